"use client";

import { CommonFields } from "@/components/author/editor/common-fields";
import { FormContext, type FormWork } from "@/components/author/editor/editor-context";
import { ExhibitFields } from "@/components/author/editor/exhibit-fields";
import { KIND_FIELDS } from "@/components/author/editor/kinds/kind-fields";
import { ParameterFields } from "@/components/author/editor/parameter-fields";
import { textAt, type SourceText } from "@/components/author/editor/source-text";
import { TextAt } from "@/components/author/editor/text-fields";
import { KIND_LABELS } from "@/components/questions/kind-names";
import { Button } from "@/components/ui/button";
import type { Kind } from "@/lib/domain/questions/registry";

type FormPaneProps = {
  read: SourceText;
  work: Omit<FormWork, "fields">;
  onYaml: () => void;
};

const isKind = (name: string): name is Kind => Object.hasOwn(KIND_LABELS, name);

/** The fields of the question's kind, and those of all questions. */
export function FormPane({ read, work, onYaml }: FormPaneProps) {
  const kind = textAt(read.fields, ["kind"]);
  if (read.error !== null || !isKind(kind)) {
    return (
      <div className="flex flex-col items-start gap-3 rounded-lg border border-bad-line bg-bad-soft p-4">
        <p className="font-medium">
          {read.error
            ? `The YAML cannot be read in line ${read.error.line}: ${read.error.message}`
            : `There is no kind of question “${kind}”.`}
        </p>
        <Button onClick={onYaml}>Mend it in the YAML</Button>
      </div>
    );
  }
  const OwnFields = KIND_FIELDS[kind];
  return (
    <FormContext value={{ ...work, fields: read.fields }}>
      <div className="flex flex-col gap-10">
        <section aria-labelledby="question" className="flex flex-col gap-5">
          <h2 id="question" className="text-lg font-semibold">
            {KIND_LABELS[kind]}
          </h2>
          <TextAt
            path={["prompt"]}
            label={kind === "true-false" ? "Statement" : "Question"}
            hint="Markdown."
            rows={3}
          />
          <OwnFields />
          <ExhibitFields />
          <ParameterFields />
        </section>
        <CommonFields />
      </div>
    </FormContext>
  );
}
