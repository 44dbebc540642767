"use client";

import { useState, type DragEvent, type RefObject } from "react";

import { CONTROL, describe, Field } from "@/components/ui/field";

type FileFieldsProps = {
  text: string;
  error: string | null;
  disabled: boolean;
  area: RefObject<HTMLTextAreaElement | null>;
  choose: (file: File) => void;
  change: (text: string) => void;
};

/** A file by dragging or choosing, or its text: which is also where it is mended. */
export function FileFields({ text, error, disabled, area, choose, change }: FileFieldsProps) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !disabled) choose(file);
  };
  const errors = error === null ? undefined : [error];
  const hint = "YAML, CSV, GIFT or Moodle XML in UTF-8; up to 2 MB and 2,000 questions.";
  return (
    <>
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        onDrop={drop}
        className={`rounded-xl border border-dashed px-4 py-5 ${isOver ? "border-accent bg-accent-soft" : "border-edge/60"}`}
      >
        <Field
          id="question-file"
          label="Drag a file here, or choose one"
          hint={hint}
          errors={errors}
        >
          <input
            {...describe("question-file", { hint, errors })}
            type="file"
            accept=".yaml,.yml,.csv,.tsv,.gift,.txt,.xml"
            disabled={disabled}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) choose(file);
              // The same file again, once it is mended, is chosen again.
              event.currentTarget.value = "";
            }}
            className="w-full text-sm file:me-3 file:h-9 file:rounded-md file:border file:border-edge/60 file:bg-surface file:px-3 file:font-medium file:text-ink"
          />
        </Field>
      </div>
      <TextField area={area} text={text} change={change} />
    </>
  );
}

const TextField = ({ area, text, change }: Pick<FileFieldsProps, "area" | "text" | "change">) => (
  <Field id="question-text" label="Or paste its text; mend it here">
    <textarea
      id="question-text"
      ref={area}
      rows={10}
      value={text}
      spellCheck={false}
      wrap="off"
      onChange={(event) => {
        change(event.target.value);
      }}
      className={`${CONTROL} py-2 font-mono text-sm leading-5`}
    />
  </Field>
);
