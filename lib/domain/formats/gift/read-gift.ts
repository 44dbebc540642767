import { found, type Found } from "@/lib/domain/formats/file-problem";
import { giftBody, type TextReader } from "@/lib/domain/formats/gift/gift-body";
import { unescapeGift } from "@/lib/domain/formats/gift/gift-signs";
import { splitGift, type GiftChunk } from "@/lib/domain/formats/gift/split-gift";
import { splitQuestion, type GiftParts } from "@/lib/domain/formats/gift/split-question";
import { OWN_DATA, writeGiftQuestion } from "@/lib/domain/formats/gift/write-gift";
import { toMarkdown, type TextFormat } from "@/lib/domain/formats/moodle/to-markdown";
import { fromPlain } from "@/lib/domain/formats/plain/from-plain";
import { withOwnData } from "@/lib/domain/formats/plain/own-data";
import {
  NOWHERE,
  placed,
  type Placed,
  type PlainQuestion,
} from "@/lib/domain/formats/plain/plain-question";
import {
  QUESTIONS_READ,
  type Defaults,
  type Reader,
  type ReadFile,
} from "@/lib/domain/formats/read-file";

export const readGift: Reader = (text, defaults) => {
  const { chunks, categories, stoppedAt } = splitGift(text);
  const file: ReadFile = { questions: [], found: [] };
  for (const { at } of categories.slice(0, 1)) {
    const severity = "warning";
    file.found.push(found("category", at, "Categories are not kept", { severity }));
  }
  if (stoppedAt !== null) {
    return { questions: [], found: [found("too-many", stoppedAt, "The file has too many parts")] };
  }
  for (const chunk of chunks) {
    if (file.questions.length >= QUESTIONS_READ) break;
    addQuestion(file, chunk, defaults);
  }
  return file;
};

function addQuestion(file: ReadFile, chunk: GiftChunk, defaults: Defaults): void {
  const question = file.questions.length;
  const { plain, found: problems } = readChunk(chunk, question);
  file.found.push(...problems);
  if (!plain) return;
  const data = ownDataOf(chunk);
  const broken = problems.some(({ severity }) => severity === "error");
  const { read, found: more } =
    data && !broken
      ? withOwnData({ plain, data, question, defaults }, rewrite)
      : fromPlain(plain, question, defaults);
  file.questions.push(read);
  file.found.push(...(broken ? [] : more));
}

function rewrite(content: Parameters<typeof writeGiftQuestion>[0]): PlainQuestion | null {
  const [chunk] = splitGift(writeGiftQuestion(content)).chunks;
  return chunk ? readChunk(chunk, 0).plain : null;
}

function ownDataOf({ comments }: GiftChunk): Placed | null {
  const comment = comments.find(({ text }) => text.trimStart().startsWith(OWN_DATA));
  if (!comment) return null;
  const start = comment.text.indexOf(OWN_DATA) + OWN_DATA.length;
  return placed(comment.text.slice(start).trim(), comment.at);
}

type ReadChunk = { plain: PlainQuestion | null; found: Found[] };

/** `plain` is null for a text without answers, which is no question. */
function readChunk(chunk: GiftChunk, question: number): ReadChunk {
  const parts = splitQuestion(chunk.text);
  const start = chunk.placeOf(parts.title.start);
  if (!parts.answers) {
    const message = "A text without answers in braces is no question";
    const problem = found("not-a-question", start, message, { severity: "warning" });
    return { plain: null, found: [problem, ...inFile(parts.found, chunk, null)] };
  }
  const dropped = new Set<string>();
  const textOf = textReader(chunk, parts.format, dropped);
  const { body, feedback, found: problems } = giftBody(parts.answers, textOf);
  const prompt = textOf(parts.stem);
  const tail = textOf(parts.tail);
  const plain = {
    at: start,
    title: unescapeGift(parts.title.raw).trim(),
    idNumber: markOf(chunk, "id")[0] ?? "",
    tags: markOf(chunk, "tag"),
    prompt: tail.text === "" ? prompt : placed(`${prompt.text} _____ ${tail.text}`, prompt.at),
    hint: NOWHERE,
    feedback,
    body,
  };
  const all = inFile([...parts.found, ...problems], chunk, question);
  if (dropped.size > 0) {
    const message = `Left out: ${[...dropped].join(", ")}`;
    all.push(found("dropped-markup", start, message, { question, severity: "warning" }));
  }
  return { plain, found: all };
}

const inFile = (problems: readonly Found[], chunk: GiftChunk, question: number | null): Found[] =>
  problems.map((problem) => ({ ...problem, at: chunk.placeOf(problem.at), question }));

const FORMATS: Record<string, TextFormat> = { html: "html", plain: "plain", markdown: "markdown" };

/** Texts without a format are read as HTML where they hold some, otherwise as they stand. */
function textReader(
  chunk: GiftChunk,
  format: GiftParts["format"],
  dropped: Set<string>,
): TextReader {
  return ({ raw, start }) => {
    const blank = /^\s*/u.exec(raw)?.[0].length ?? 0;
    const read = toMarkdown(unescapeGift(raw), FORMATS[format] ?? "auto");
    for (const name of read.dropped) dropped.add(name);
    return placed(read.text, chunk.placeOf(start + blank));
  };
}

/** What stands in comments as `[name:value]`; a backslash escapes a bracket. */
function markOf({ comments }: GiftChunk, name: "id" | "tag"): string[] {
  return comments
    .filter(({ text }) => !text.trimStart().startsWith(OWN_DATA))
    .flatMap(({ text }) => [...text.matchAll(/\[(id|tag):((?:[^\]\\]|\\.)+)\]/gu)])
    .filter(([, mark]) => mark === name)
    .map(([, , value = ""]) => value.replaceAll(/\\(.)/gu, "$1").trim());
}
