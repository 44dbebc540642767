"use client";

import { useRef, useState } from "react";

import { ImportProgress } from "@/components/my-data/import-progress";
import { ImportSummary } from "@/components/my-data/import-summary";
import { sendImport, type ImportOutcome } from "@/components/my-data/send-import";
import { Button } from "@/components/ui/button";
import { CONTROL, Field } from "@/components/ui/field";

type Step =
  | { name: "choose" }
  | { name: "reading" }
  | { name: "saving"; total: number }
  | { name: "looked"; file: File; outcome: ImportOutcome }
  | { name: "done"; outcome: ImportOutcome };

/** First a look at what a file would do; saving is a step of its own. */
export function ImportReviews() {
  const [step, setStep] = useState<Step>({ name: "choose" });
  const input = useRef<HTMLInputElement>(null);

  const look = async (file: File | undefined) => {
    if (!file) return;
    setStep({ name: "reading" });
    setStep({ name: "looked", file, outcome: await sendImport(file, { save: false }) });
  };
  const save = async ({ file, total }: Ready) => {
    setStep({ name: "saving", total });
    setStep({ name: "done", outcome: await sendImport(file, { save: true }) });
    if (input.current) input.current.value = "";
  };

  const ready = readyToSave(step);

  return (
    <div className="flex flex-col gap-4">
      <Field id="import-file" label="File" hint="JSON or CSV, up to 32 MB.">
        <input
          ref={input}
          id="import-file"
          type="file"
          accept=".json,.csv,application/json,text/csv"
          aria-describedby="import-file-hint"
          disabled={step.name === "reading" || step.name === "saving"}
          onChange={(event) => void look(event.currentTarget.files?.[0])}
          className={`${CONTROL} py-1.5`}
        />
      </Field>
      <div aria-live="polite" className="flex min-h-5 flex-col gap-3">
        {step.name === "reading" ? <p className="text-muted">Reading the file …</p> : null}
        {step.name === "saving" ? <p className="sr-only">Adding the reviews …</p> : null}
        {step.name === "looked" || step.name === "done" ? (
          <ImportSummary outcome={step.outcome} />
        ) : null}
      </div>
      {step.name === "saving" ? <ImportProgress total={step.total} /> : null}
      {ready ? (
        <div>
          <Button look="primary" onClick={() => void save(ready)}>
            Add {ready.total.toLocaleString("en-GB")} reviews
          </Button>
        </div>
      ) : null}
    </div>
  );
}

type Ready = { file: File; total: number };

/** What can be saved now: a file without problems that has something new. */
function readyToSave(step: Step): Ready | null {
  if (step.name !== "looked" || step.outcome.status !== "read") return null;
  const { problemCount, added } = step.outcome.report;
  return problemCount === 0 && added > 0 ? { file: step.file, total: added } : null;
}
