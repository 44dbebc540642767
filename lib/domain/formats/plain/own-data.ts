/**
 * Our own data beside a question in another program's format: all of its fields, as JSON.
 *
 * What a reader of the file may have changed is found by comparing the question as it
 * stands with what our data would have been written as. Unchanged, our data counts, and
 * nothing is lost. Changes are taken over where the other format says all there is to the
 * part that was changed, and are refused with their place where it does not: a change must
 * neither vanish nor be guessed at.
 */
import { found } from "@/lib/domain/formats/file-problem";
import { isNestedTooDeep } from "@/lib/domain/formats/nesting";
import { fromPlain, placesOf, type FromPlain } from "@/lib/domain/formats/plain/from-plain";
import type { Placed, PlainQuestion } from "@/lib/domain/formats/plain/plain-question";
import { questionFields, type Fields } from "@/lib/domain/formats/question-fields";
import type { Defaults } from "@/lib/domain/formats/read-file";
import type { QuestionContent } from "@/lib/domain/questions/content";
import { parseQuestion } from "@/lib/domain/questions/parse-question";

export const ownData = (content: QuestionContent): string =>
  JSON.stringify(questionFields(content));

/** What writing a question and reading it again gives. */
export type Rewrite = (content: QuestionContent) => PlainQuestion | null;

type Given = { plain: PlainQuestion; data: Placed; question: number; defaults: Defaults };

export function withOwnData(given: Given, rewrite: Rewrite): FromPlain {
  const { plain, data, question } = given;
  const fields = parseFields(data.text);
  const name = typeof fields?.["id"] === "string" ? fields["id"] : plain.title;
  const problem = (code: "bad-own-data" | "changed-copy", at: number, message: string) => ({
    read: { fields: null, name, placeOf: placesOf(plain.at, []) },
    found: [found(code, at, message, { question })],
  });
  if (!fields) return problem("bad-own-data", data.at, "Our own data of this question is damaged");

  const content = parseQuestion(fields, "bank");
  const read = { fields, name, placeOf: placesOf(data.at, []) };
  // What is wrong with the fields is told with them, as of any other question.
  if (!content.ok) return { read, found: [] };
  const expected = rewrite(content.value);
  const changes = expected ? changedParts(expected, plain) : [];
  if (changes.length === 0) return { read, found: [] };
  const stuck = changes.find((part) => !isAllThereIs(part, content.value));
  if (stuck) {
    return problem("changed-copy", placeOfPart(plain, stuck), refusalOf(stuck, content.value));
  }
  return merged(given, fields, changes);
}

function parseFields(text: string): Fields | null {
  try {
    const data: unknown = JSON.parse(text);
    const isRecord = typeof data === "object" && data !== null && !Array.isArray(data);
    return isRecord && !isNestedTooDeep(data) ? (data as Fields) : null;
  } catch {
    return null;
  }
}

const PARTS = ["prompt", "hint", "feedback", "body"] as const;
type Part = (typeof PARTS)[number];

const changedParts = (before: PlainQuestion, after: PlainQuestion): Part[] =>
  PARTS.filter((part) => saying(before[part]) !== saying(after[part]));

/** The same whatever the places. */
const saying = (value: unknown): string =>
  JSON.stringify(value, (key, part: unknown) => (key === "at" ? undefined : part));

/** Kinds whose answers, feedback included, are all in the body that others see. */
const WHOLE_BODIES: readonly QuestionContent["kind"][] = ["single", "multiple", "short"];

/** Whether a part says all that our fields say in its place. */
function isAllThereIs(part: Part, content: QuestionContent): boolean {
  if (content.parameters) return false;
  switch (part) {
    case "prompt":
      return !content.exhibits && content.kind !== "blanks";
    case "feedback":
      return content.kind !== "kubectl";
    case "body":
      return WHOLE_BODIES.includes(content.kind);
    case "hint":
      return true;
  }
}

const NAMES: Record<Part, string> = {
  prompt: "The question's text",
  hint: "The hint",
  feedback: "The general feedback",
  body: "The answers",
};

const refusalOf = (part: Part, { kind, parameters }: QuestionContent): string =>
  `${NAMES[part]} changed since the export, but ${
    parameters
      ? "only one of several variants is shown here"
      : `not all of it (${kind}) is shown here`
  }`;

const placeOfPart = (plain: PlainQuestion, part: Part): number =>
  (part === "body" ? 0 : plain[part].at) || plain.at;

const FIELD_OF = { prompt: ["prompt"], hint: ["hint"], feedback: ["explanation"] } as const;

function merged(
  { plain, question, defaults }: Given,
  own: Fields,
  changes: readonly Part[],
): FromPlain {
  const fresh = fromPlain({ ...plain, title: "" }, question, { ...defaults, competency: "any" });
  const theirs = fresh.read.fields as Fields;
  const { kind: _kind, ...body } = bodyFieldsOf(theirs);
  const changed = changes.flatMap((part) => {
    if (part === "body") return Object.entries(body);
    return FIELD_OF[part].map((field): [string, unknown] => [field, theirs[field]]);
  });
  const kept = Object.entries(own).filter(
    ([field]) => !changes.includes("body") || !BODY_FIELDS.includes(field),
  );
  const fields = Object.fromEntries(
    [...kept, ...changed].filter(([, value]) => value !== undefined),
  );
  return {
    read: { ...fresh.read, fields, name: String(own["id"]) },
    found: fresh.found.filter(({ severity }) => severity === "error"),
  };
}

const BODY_FIELDS = ["options", "accepted", "caseSensitive", "near"];

const bodyFieldsOf = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => BODY_FIELDS.includes(field)));
