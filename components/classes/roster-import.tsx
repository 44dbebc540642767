"use client";

import { startTransition, useActionState, useState, type ChangeEvent } from "react";

import { RosterPreviewView, type RosterPreview } from "@/components/classes/roster-preview";
import { formFailure, type FormAction } from "@/components/form/form-action";
import { FormMessage } from "@/components/form/form-message";
import { Button, LinkButton } from "@/components/ui/button";
import { CONTROL, describe, Field } from "@/components/ui/field";
import { counted } from "@/components/ui/counted";
import type { ActionState } from "@/lib/domain/action-state";
import type { RosterPlan } from "@/lib/domain/classes/roster-plan";

type RosterImportProps = {
  classId: string;
  preview: FormAction<RosterPreview>;
  apply: FormAction<RosterPlan["counts"]>;
};

/** What was looked at: it is that text that gets applied. */
type Seen = { csv: string; state: ActionState<RosterPreview> };

const MOST_BYTES = 2_000_000;

/** A file or pasted text, then what it would do, then doing it. */
export function RosterImport({ classId, preview, apply }: RosterImportProps) {
  const [csv, setCsv] = useState("");
  const [tooLarge, setTooLarge] = useState(false);
  const [seen, look, looking] = useActionState(
    async (_before: Seen, text: string): Promise<Seen> => ({
      csv: text,
      state: await preview({ status: "idle" }, formOf({ classId, csv: text })),
    }),
    { csv: "", state: { status: "idle" } },
  );
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    setTooLarge(file !== undefined && file.size > MOST_BYTES);
    if (!file || file.size > MOST_BYTES) return;
    const text = await file.text();
    setCsv(text);
    startTransition(() => {
      look(text);
    });
  };
  const isCurrent = seen.csv === csv;
  const errors = tooLarge
    ? ["The file has more than 2 MB: import it in parts."]
    : isCurrent && seen.state.status === "invalid"
      ? seen.state.fields["csv"]
      : undefined;
  return (
    <div className="flex flex-col gap-6">
      <ListFields csv={csv} errors={errors} choose={choose} change={setCsv} />
      <div className="flex flex-wrap items-center gap-4">
        <Button
          look={isCurrent && seen.state.status === "done" ? "plain" : "primary"}
          disabled={looking}
          onClick={() => {
            startTransition(() => {
              look(csv);
            });
          }}
        >
          {looking ? "Looking…" : "See what will happen"}
        </Button>
        <FormMessage error={seen.state.status === "failed" ? formFailure(seen.state) : null} />
      </div>
      {isCurrent && seen.state.status === "done" ? (
        <>
          <RosterPreviewView preview={seen.state.value} />
          <ApplyRow
            key={seen.state.value.fingerprint}
            values={{ classId, csv, fingerprint: seen.state.value.fingerprint }}
            preview={seen.state.value}
            apply={apply}
          />
        </>
      ) : null}
    </div>
  );
}

function formOf(values: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

type ListFieldsProps = {
  csv: string;
  errors: readonly string[] | undefined;
  choose: (event: ChangeEvent<HTMLInputElement>) => Promise<void>;
  change: (csv: string) => void;
};

function ListFields({ csv, errors, choose, change }: ListFieldsProps) {
  return (
    <>
      <Field id="roster-file" label="File">
        <input
          id="roster-file"
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          onChange={(event) => void choose(event)}
          className="text-sm file:me-3 file:h-9 file:rounded-md file:border file:border-edge/60 file:bg-surface file:px-3 file:font-medium file:text-ink"
        />
      </Field>
      <Field id="roster-text" label="Or its text" errors={errors}>
        <textarea
          {...describe("roster-text", { errors })}
          rows={6}
          value={csv}
          spellCheck={false}
          placeholder={"email,name,section,role,student number"}
          onChange={(event) => {
            change(event.target.value);
          }}
          className={`${CONTROL} py-2 font-mono text-sm`}
        />
      </Field>
    </>
  );
}

type ApplyRowProps = {
  values: Readonly<Record<string, string>>;
  preview: RosterPreview;
  apply: FormAction<RosterPlan["counts"]>;
};

function ApplyRow({ values, preview: { plan, problems }, apply }: ApplyRowProps) {
  const [state, run, pending] = useActionState(
    async (before: ActionState<RosterPlan["counts"]>) => apply(before, formOf(values)),
    { status: "idle" },
  );
  const { counts } = plan;
  const changes = counts.new + counts["entry-changes"] + counts["member-changes"];
  if (state.status === "done") {
    return (
      <div className="flex flex-wrap items-center gap-4">
        <FormMessage done={`Applied ${counted(changes, "change")}.`} />
        <LinkButton href={`/classes/${values["classId"] ?? ""}/roster`} look="primary">
          See the roster
        </LinkButton>
      </div>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button
        look="primary"
        disabled={pending || changes === 0}
        onClick={() => {
          startTransition(run);
        }}
      >
        {pending ? "Applying…" : `Apply ${counted(changes, "change")}`}
      </Button>
      {formFailure(state) === null ? null : <FormMessage error={formFailure(state)} />}
      {changes === 0 ? <p className="text-muted">There is nothing to apply.</p> : null}
      {changes > 0 && problems.length > 0 ? (
        <p className="text-muted">Lines with problems are left out.</p>
      ) : null}
    </div>
  );
}
