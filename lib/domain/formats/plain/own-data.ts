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
import { CommonFieldsSchema, type QuestionContent } from "@/lib/domain/questions/content";
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

const PARTS = ["name", "tags", "prompt", "hint", "feedback", "body"] as const;
type Part = (typeof PARTS)[number];

const changedParts = (before: PlainQuestion, after: PlainQuestion): Part[] =>
  PARTS.filter((part) => saying(partOf(before, part)) !== saying(partOf(after, part)));

const partOf = (plain: PlainQuestion, part: Part): unknown =>
  part === "name" ? [plain.title, plain.idNumber] : plain[part];

/** The same whatever the places. */
const saying = (value: unknown): string =>
  JSON.stringify(value, (key, part: unknown) => (key === "at" ? undefined : part));

/** Kinds whose answers, feedback included, are all in the body that others see. */
const WHOLE_BODIES: readonly QuestionContent["kind"][] = ["single", "multiple", "short"];

/** Whether a part says all that our fields say in its place. */
function isAllThereIs(part: Part, content: QuestionContent): boolean {
  if (part === "tags") return true;
  if (content.parameters) return false;
  switch (part) {
    case "name":
      return false;
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
  name: "The name",
  tags: "The tags",
  prompt: "The question's text",
  hint: "The hint",
  feedback: "The general feedback",
  body: "The answers",
};

function refusalOf(part: Part, { kind, parameters }: QuestionContent): string {
  const why =
    part === "name"
      ? "answers are kept under the one it had"
      : parameters
        ? "only one of several variants is shown here"
        : `not all of it (${kind}) is shown here`;
  return `${NAMES[part]} changed since the export, but ${why}`;
}

function placeOfPart(plain: PlainQuestion, part: Part): number {
  const isText = part === "prompt" || part === "hint" || part === "feedback";
  return (isText ? plain[part].at : 0) || plain.at;
}

/** With the body come the kind and all its fields, and what right answers taught. */
const FIELDS_OF: Record<Part, readonly string[]> = {
  name: [],
  tags: ["tags", "concept", "difficulty", "competencies", "sources"],
  prompt: ["prompt"],
  hint: ["hint"],
  feedback: ["explanation"],
  body: ["explanation"],
};

const isOfKind = (field: string): boolean => !Object.hasOwn(CommonFieldsSchema.shape, field);

function merged(
  { plain, question, defaults }: Given,
  own: Fields,
  changes: readonly Part[],
): FromPlain {
  const fresh = fromPlain({ ...plain, title: "" }, question, { ...defaults, competency: "any" });
  const theirs = fresh.read.fields as Fields;
  const sources = { ...(own["sources"] as Fields), ...(theirs["sources"] as Fields) };
  const named = new Set(changes.flatMap((part) => FIELDS_OF[part]));
  const isTaken = ([field]: [string, unknown]): boolean =>
    named.has(field) || (changes.includes("body") && isOfKind(field));
  const fields = Object.fromEntries(
    [
      ...Object.entries(own).filter((entry) => !isTaken(entry)),
      ...Object.entries({ ...theirs, sources }).filter(isTaken),
    ].filter(([, value]) => value !== undefined),
  );
  return {
    read: { ...fresh.read, fields, name: String(own["id"]) },
    found: fresh.found.filter(({ severity }) => severity === "error"),
  };
}
