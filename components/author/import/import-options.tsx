"use client";

import type { Assumed, FileToSend } from "@/components/author/import/send-question-file";
import { TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select";
import { FORMAT_NAMES, IMPORT_FORMATS } from "@/lib/domain/formats/format-names";

export type CompetencyChoice = { id: string; label: string };

type ImportOptionsProps = {
  file: FileToSend;
  competencies: readonly CompetencyChoice[];
  changeFormat: (format: FileToSend["format"]) => void;
  assume: (assumed: Partial<Assumed>) => void;
};

export function ImportOptions({ file, competencies, changeFormat, assume }: ImportOptionsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        id="question-format"
        label="Format"
        value={file.format ?? ""}
        onChange={(event) => {
          const { value } = event.target;
          changeFormat(IMPORT_FORMATS.find((format) => format === value) ?? null);
        }}
      >
        <option value="">As the file looks</option>
        {IMPORT_FORMATS.map((format) => (
          <option key={format} value={format}>
            {FORMAT_NAMES[format]}
          </option>
        ))}
      </SelectField>
      <SelectField
        id="assumed-competency"
        label="Competency, where none is named"
        value={file.assumed.competency}
        onChange={(event) => {
          assume({ competency: event.target.value });
        }}
      >
        <option value="">Choose one</option>
        {competencies.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </SelectField>
      <SelectField
        id="assumed-difficulty"
        label="Difficulty, where none is named"
        value={file.assumed.difficulty}
        onChange={(event) => {
          assume({ difficulty: event.target.value });
        }}
      >
        <option value="easy">Easy: recall</option>
        <option value="medium">Medium: apply</option>
        <option value="hard">Hard: analyse</option>
      </SelectField>
      <TextField
        id="assumed-docs"
        label="Documentation, where none is named"
        type="url"
        value={file.assumed.docs}
        onChange={(event) => {
          assume({ docs: event.target.value });
        }}
      />
    </div>
  );
}
