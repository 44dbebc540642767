import { stringify } from "yaml";

import { questionFields, type Fields } from "@/lib/domain/formats/question-fields";
import { readYaml } from "@/lib/domain/formats/yaml/read-yaml";
import type { QuestionContent } from "@/lib/domain/questions/content";

const HEAD = "questions:\n";

/** A file as in content/questions: what it holds is what was written, to the last character. */
export const writeYamlQuestions = (questions: readonly QuestionContent[]): string =>
  questions.length === 0
    ? "questions: []\n"
    : HEAD + questions.map((question) => itemOf(questionFields(question))).join("");

/** A readable form if it says the same, or else one with everything in quotes. */
function itemOf(fields: Fields): string {
  const forms = [{ lineWidth: 100 }, { lineWidth: 0, defaultStringType: "QUOTE_DOUBLE" }] as const;
  const written = forms.map((form) =>
    stringify({ questions: [fields] }, { ...form, aliasDuplicateObjects: false }),
  );
  const exact = written.find((text) => saysSame(text, fields));
  return exact?.slice(HEAD.length) ?? `  - ${JSON.stringify(fields)}\n`;
}

function saysSame(text: string, fields: Fields): boolean {
  const read = readYaml(text);
  return (
    read.found.length === 0 && JSON.stringify(read.data) === JSON.stringify({ questions: [fields] })
  );
}
