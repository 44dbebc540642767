"use client";

import { useState } from "react";

import { saveExport } from "@/components/author/export/save-export";
import { questionCount } from "@/components/author/import/import-words";
import { FormMessage } from "@/components/form/form-message";
import { KIND_LABELS } from "@/components/questions/kind-names";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select";
import { plainText } from "@/components/ui/markdown";
import { EXPORT_FORMATS, FORMAT_NAMES, type ExportFormat } from "@/lib/domain/formats/format-names";
import type { Kind } from "@/lib/domain/questions/registry";

type Question = { slug: string; kind: Kind; prompt: string };

type QuestionExportProps = { bankId: string; questions: readonly Question[] };

const ABOUT: Record<ExportFormat, string> = {
  yaml: "Everything, as in the files that questions are written in.",
  csv: "Everything, one row to a question, for spreadsheets.",
  gift: "For Moodle and others. What GIFT cannot say travels in comments.",
  moodle: "For Moodle. What it cannot say travels in a field of our own.",
  text: "To print or to send. It cannot be imported again.",
};

/** The whole bank, or chosen questions of it, as a file. */
export function QuestionExport({ bankId, questions }: QuestionExportProps) {
  const [format, setFormat] = useState<ExportFormat>("yaml");
  const [withKey, setWithKey] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [state, setState] = useState<{ busy: boolean; error: string | null; done: string | null }>({
    busy: false,
    error: null,
    done: null,
  });
  const chosen = questions.filter(({ slug }) => !left.has(slug));
  const save = async () => {
    setState({ busy: true, error: null, done: null });
    const all = questions.map(({ slug }) => slug);
    const error = await saveExport(bankId, { format, withKey }, { all, left });
    const done = error === null ? `Saved ${questionCount(chosen.length)}.` : null;
    setState({ busy: false, error, done });
  };
  return (
    <div className="flex flex-col gap-6">
      <SelectField
        id="export-format"
        label="Format"
        hint={ABOUT[format]}
        fieldClassName="max-w-sm"
        value={format}
        onChange={(event) => {
          const { value } = event.target;
          setFormat(EXPORT_FORMATS.find((each) => each === value) ?? "yaml");
        }}
      >
        {EXPORT_FORMATS.map((each) => (
          <option key={each} value={each}>
            {FORMAT_NAMES[each]}
          </option>
        ))}
      </SelectField>
      {format === "text" ? <KeyTick checked={withKey} change={setWithKey} /> : null}
      <QuestionTicks questions={questions} left={left} setLeft={setLeft} />
      <div className="flex flex-wrap items-center gap-4">
        <Button
          look="primary"
          disabled={state.busy || chosen.length === 0}
          onClick={() => void save()}
        >
          {state.busy ? "Writing…" : `Export ${questionCount(chosen.length)}`}
        </Button>
        <FormMessage error={state.error} done={state.done} />
      </div>
    </div>
  );
}

const KeyTick = ({ checked, change }: { checked: boolean; change: (on: boolean) => void }) => (
  <label className="flex items-center gap-2.5">
    <input
      type="checkbox"
      checked={checked}
      onChange={(event) => {
        change(event.target.checked);
      }}
      className="size-4 accent-accent"
    />
    With the key, at the end
  </label>
);

type QuestionTicksProps = {
  questions: readonly Question[];
  left: ReadonlySet<string>;
  setLeft: (left: ReadonlySet<string>) => void;
};

function QuestionTicks({ questions, left, setLeft }: QuestionTicksProps) {
  const toggle = (slug: string) => {
    const next = new Set(left);
    if (!next.delete(slug)) next.add(slug);
    setLeft(next);
  };
  return (
    <details>
      <summary className="w-fit cursor-pointer font-medium text-accent">Choose questions</summary>
      <div className="mt-3 flex gap-2">
        <Button
          size="small"
          onClick={() => {
            setLeft(new Set());
          }}
        >
          All
        </Button>
        <Button
          size="small"
          onClick={() => {
            setLeft(new Set(questions.map(({ slug }) => slug)));
          }}
        >
          None
        </Button>
      </div>
      <ul className="mt-3 flex flex-col gap-1.5 text-sm">
        {questions.map(({ slug, kind, prompt }) => (
          <li key={slug}>
            <label className="flex items-start gap-2.5">
              <input
                type="checkbox"
                checked={!left.has(slug)}
                onChange={() => {
                  toggle(slug);
                }}
                className="mt-0.5 size-4 shrink-0 accent-accent"
              />
              <span className="line-clamp-2 min-w-0 break-words">
                <span className="font-mono">{slug}</span>{" "}
                <span className="text-muted">
                  {KIND_LABELS[kind]}: {plainText(prompt)}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
