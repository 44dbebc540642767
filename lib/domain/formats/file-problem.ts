/** What is wrong with a file of questions: each problem says where it is and what to do. */
import type { Severity } from "@/lib/domain/questions/question-kind";

/** What to do about each kind of problem, where the problem itself does not know better. */
const ADVICE = {
  "not-text": "Export the questions again as YAML, CSV, GIFT or Moodle XML and choose that file.",
  "not-utf-8": "Save the file as UTF-8 and choose it again.",
  "too-large": "Split the file and import the parts one after the other.",
  "too-many": "Split the file and import the parts one after the other.",
  empty: "Choose a file with questions, or paste some.",
  "control-character": "Delete the character.",
  "no-questions": "Check that the format chosen above is that of the file.",
  syntax: "Mend this place; what comes after it cannot be read before.",
  "duplicate-key": "Give each field once.",
  "unquoted-placeholder": 'Put quotation marks around a value that starts with {{: "{{name}}".',
  "too-deep": "Take away levels of nesting.",
  field: "Mend the field; docs/authoring.md describes it.",
  rule: "Change the question so that this holds.",
  "no-competency": "Choose a competency for questions that name none.",
  "no-feedback": "Say after # why it is right or wrong; learners read it after answering.",
  "no-explanation": "Add general feedback: it teaches after the answer.",
  "duplicate-id": "Give each question of the file a name of its own.",
  "near-duplicate": "Leave one of them out, or ask for something else.",
  "unescaped-sign": "Write a backslash before each sign that is part of the text.",
  "unescaped-brace": "Write \\{ and \\} for braces that are part of the text.",
  "unclosed-brace": "Close the answers with }, and write \\n for an empty line within a question.",
  "no-answers": "Write the answers in braces after the question: {=right ~wrong}.",
  "second-answers": "A question has one pair of braces; write \\{ and \\} for all others.",
  "half-match": "Give every line of a matching question its arrow: =left -> right.",
  "two-right": "Give shares to several right answers: ~%50%first ~%50%second ~%-100%wrong.",
  "partial-credit": "Check whether it should be accepted in full or not at all.",
  "bad-weight": "Write a share between -100 and 100 between two percent signs: %50%.",
  "bad-number": "Write a number, a number with a tolerance (5:0.1), or two ends (1..5).",
  category: "Nothing needs to be done: all questions go into this bank.",
  "not-a-question": "Nothing needs to be done, unless a question should have been here.",
  "unsupported-kind": "Write it anew as one of the ten kinds, or leave it out.",
  "no-reasons":
    "Nothing needs to be done. Better: make it true or false with three reasons, one of them right, in the editor.",
  "no-marks": "List what a good answer says, one point to a line that starts with a dash.",
  "no-prompt": "Write before the text with the blanks what is to be done.",
  "other-shares":
    "Nothing needs to be done if that is right: here right options share the mark, and wrong ones take their share of it away.",
  "left-out": "Add it where it belongs, such as in the explanation.",
  "number-as-text": "Add the other ways to write the number as right answers.",
  wildcard: "Write the right answers one by one; \\* is an asterisk that is part of the text.",
  "dropped-markup": "Look at the preview; write what is missing as Markdown.",
  doctype: "Delete the DOCTYPE; questions need none.",
  "changed-copy":
    "Undo the change, or delete the line with our own data to take the text as it stands.",
  "bad-own-data": "Export the question again, or delete our own data to take the text as it is.",
  "unknown-column": "Rename the column, or delete it.",
  "missing-column": "Add the column; the export of any bank shows all of them.",
  "repeated-column": "Keep one of the two columns.",
  "bad-cell": "Mend the cell; docs/authoring.md says what it may hold.",
  "unused-cell": "Move it to a column of this kind, or delete it; docs/authoring.md lists them.",
  "stray-cell": "Put quotation marks around a text that holds the separator, or name the column.",
  "open-quote": 'Close the quotation mark; write "" for one within a cell.',
} as const;

export type ProblemCode = keyof typeof ADVICE;

/** As readers find it: `at` is an offset into the text. */
export type Found = {
  code: ProblemCode;
  severity: Severity;
  at: number;
  /** Which of the file's questions, from 0; null when it is none's. */
  question: number | null;
  message: string;
  advice: string;
};

/** As people are told: line and column count from 1, the column in UTF-16 code units. */
export type FileProblem = Omit<Found, "at"> & { line: number; column: number };

type Details = { question?: number | null; severity?: Severity; advice?: string };

export const found = (
  code: ProblemCode,
  at: number,
  message: string,
  { question = null, severity = "error", advice = ADVICE[code] }: Details = {},
): Found => ({ code, severity, at, question, message, advice });
