"use client";

import { useRef, useState } from "react";

import { ImportSummary } from "@/components/my-data/import-summary";
import { sendImport, type ImportOutcome } from "@/components/my-data/send-import";
import { Button } from "@/components/ui/button";
import { CONTROL, Field } from "@/components/ui/field";

type Step =
  | { name: "choose" }
  | { name: "busy"; words: string }
  | { name: "looked"; file: File; outcome: ImportOutcome }
  | { name: "done"; outcome: ImportOutcome };

/** First a look at what a file would do; saving is a step of its own. */
export function ImportReviews() {
  const [step, setStep] = useState<Step>({ name: "choose" });
  const input = useRef<HTMLInputElement>(null);

  const look = async (file: File | undefined) => {
    if (!file) return;
    setStep({ name: "busy", words: "Reading the file …" });
    setStep({ name: "looked", file, outcome: await sendImport(file, { save: false }) });
  };
  const save = async (file: File) => {
    setStep({ name: "busy", words: "Adding the reviews …" });
    setStep({ name: "done", outcome: await sendImport(file, { save: true }) });
    if (input.current) input.current.value = "";
  };

  return (
    <div className="flex flex-col gap-4">
      <Field id="import-file" label="File" hint="JSON or CSV, up to 32 MB.">
        <input
          ref={input}
          id="import-file"
          type="file"
          accept=".json,.csv,application/json,text/csv"
          aria-describedby="import-file-hint"
          disabled={step.name === "busy"}
          onChange={(event) => void look(event.currentTarget.files?.[0])}
          className={`${CONTROL} py-1.5`}
        />
      </Field>
      <div aria-live="polite" className="flex min-h-5 flex-col gap-3">
        {step.name === "busy" ? <p className="text-muted">{step.words}</p> : null}
        {step.name === "looked" || step.name === "done" ? (
          <ImportSummary outcome={step.outcome} />
        ) : null}
      </div>
      {step.name === "looked" && canSave(step.outcome) ? (
        <div>
          <Button look="primary" onClick={() => void save(step.file)}>
            Add {step.outcome.report.added.toLocaleString("en-GB")} reviews
          </Button>
        </div>
      ) : null}
    </div>
  );
}

const canSave = (outcome: ImportOutcome): outcome is Extract<ImportOutcome, { status: "read" }> =>
  outcome.status === "read" && outcome.report.problemCount === 0 && outcome.report.added > 0;
