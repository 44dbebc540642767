"use client";

import { useId, useState } from "react";

import { FormMessage } from "@/components/form/form-message";
import { PROBLEM_LABELS } from "@/components/reports/problem-words";
import { useReport, type ReportAbout } from "@/components/reports/use-report";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { CONTROL, describe, Field } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select";
import {
  MOST_REPORT_CHARACTERS,
  PROBLEM_KINDS,
  type ProblemKind,
} from "@/lib/domain/study/problem-kinds";

/** What a report can be about; `label` is read where there is a choice. */
export type ReportTarget = { label: string; about: ReportAbout };

type ReportDialogProps = {
  open: boolean;
  onOpen: (open: boolean) => void;
  /** The first is taken unless the learner chooses another. */
  targets: readonly ReportTarget[];
  onSent?: () => void;
};

export function ReportDialog({ open, onOpen, targets, onSent }: ReportDialogProps) {
  const id = useId();
  const [chosen, setChosen] = useState(0);
  const report = useReport({ onOpen, onSent });
  const [isMissing, setMissing] = useState(false);
  const { kind, text } = report.draft;
  const target = targets[chosen] ?? targets[0];

  const submit = () => {
    const missing = kind === "other" && text.trim() === "";
    setMissing(missing);
    if (!missing && target) void report.send(target.about);
  };

  return (
    <Dialog
      open={open}
      onClose={() => {
        onOpen(false);
      }}
      title="Report a problem"
    >
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ReportChoices
          id={id}
          targets={targets}
          chosen={chosen}
          onChoose={setChosen}
          kind={kind}
          onKind={(changed) => {
            report.change({ kind: changed });
          }}
        />
        <ReportText
          id={`${id}-text`}
          text={text}
          isMissing={isMissing}
          onChange={(changed) => {
            report.change({ text: changed });
          }}
        />
        <FormMessage error={report.failure} />
        <Buttons
          onCancel={() => {
            onOpen(false);
          }}
        />
      </form>
    </Dialog>
  );
}

const Buttons = ({ onCancel }: { onCancel: () => void }) => (
  <div className="flex justify-end gap-2">
    <Button look="quiet" onClick={onCancel}>
      Cancel
    </Button>
    <Button type="submit" look="primary">
      Send
    </Button>
  </div>
);

type ReportChoicesProps = {
  id: string;
  targets: readonly ReportTarget[];
  chosen: number;
  onChoose: (index: number) => void;
  kind: ProblemKind;
  onKind: (kind: ProblemKind) => void;
};

function ReportChoices({ id, targets, chosen, onChoose, kind, onKind }: ReportChoicesProps) {
  return (
    <>
      {targets.length > 1 ? (
        <SelectField
          id={`${id}-about`}
          label="What is it about?"
          value={chosen}
          onChange={(event) => {
            onChoose(Number(event.target.value));
          }}
        >
          {targets.map(({ label }, index) => (
            <option key={label} value={index}>
              {label}
            </option>
          ))}
        </SelectField>
      ) : null}
      <SelectField
        id={`${id}-kind`}
        label="What is the problem?"
        value={kind}
        onChange={(event) => {
          onKind(event.target.value as ProblemKind);
        }}
      >
        {PROBLEM_KINDS.map((each) => (
          <option key={each} value={each}>
            {PROBLEM_LABELS[each]}
          </option>
        ))}
      </SelectField>
    </>
  );
}

type ReportTextProps = {
  id: string;
  text: string;
  isMissing: boolean;
  onChange: (text: string) => void;
};

function ReportText({ id, text, isMissing, onChange }: ReportTextProps) {
  const left = MOST_REPORT_CHARACTERS - text.length;
  const errors = isMissing && text.trim() === "" ? ["Say what is wrong."] : undefined;
  const hint =
    left > 200
      ? "Sent with it: this question, its version, and your answer to it."
      : `${left} characters left.`;
  return (
    <Field id={id} label="What should we know?" hint={hint} errors={errors}>
      <textarea
        {...describe(id, { hint, errors })}
        rows={5}
        maxLength={MOST_REPORT_CHARACTERS}
        value={text}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        className={`${CONTROL} py-2`}
      />
    </Field>
  );
}
