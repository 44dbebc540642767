/**
 * Moodle XML (https://docs.moodle.org/en/Moodle_XML_format): `<quiz>` with `<question>`s.
 * Categories and descriptions are no questions; files in base64 are not taken.
 */
import type { XmlElement } from "@rgrove/parse-xml";

import { found, type Found } from "@/lib/domain/formats/file-problem";
import { clozeBody } from "@/lib/domain/formats/moodle/cloze-body";
import { moodleBody } from "@/lib/domain/formats/moodle/moodle-body";
import { textReader, type TextReader } from "@/lib/domain/formats/moodle/moodle-text";
import { OWN_ELEMENT, writeMoodle } from "@/lib/domain/formats/moodle/write-moodle";
import { elementIn, elementsIn, readXml, textIn } from "@/lib/domain/formats/moodle/xml-element";
import { leftOut } from "@/lib/domain/formats/plain/filled-in";
import { fromPlain } from "@/lib/domain/formats/plain/from-plain";
import { withOwnData } from "@/lib/domain/formats/plain/own-data";
import type { PlainQuestion } from "@/lib/domain/formats/plain/plain-question";
import {
  QUESTIONS_READ,
  type Defaults,
  type Reader,
  type ReadFile,
} from "@/lib/domain/formats/read-file";
import type { QuestionContent } from "@/lib/domain/questions/content";

export const readMoodle: Reader = (text, defaults) => {
  const xml = readXml(text);
  if (!xml.ok) return { questions: [], found: xml.error };
  const quiz = xml.value;
  if (quiz.name !== "quiz") {
    const message = `Moodle's questions are in <quiz>, but this file starts with <${quiz.name}>`;
    return { questions: [], found: [found("no-questions", quiz.start, message)] };
  }
  const file: ReadFile = { questions: [], found: [] };
  for (const element of elementsIn(quiz, "question")) {
    if (file.questions.length >= QUESTIONS_READ) break;
    addQuestion(file, element, { text, defaults });
  }
  return file;
};

/** Kinds that hold no question to answer. */
const PASSED_OVER: Record<string, Found["code"]> = {
  category: "category",
  description: "not-a-question",
};

type Given = { text: string; defaults: Defaults };

function addQuestion(file: ReadFile, element: XmlElement, { text, defaults }: Given): void {
  const type = element.attributes["type"] ?? "";
  const passed = Object.hasOwn(PASSED_OVER, type) ? PASSED_OVER[type] : undefined;
  if (passed) {
    // One word on categories is enough.
    if (passed === "category" && file.found.some(({ code }) => code === passed)) return;
    const message = passed === "category" ? "Categories are not kept" : `A ${type} is no question`;
    file.found.push(found(passed, element.start, message, { severity: "warning" }));
    return;
  }
  const question = file.questions.length;
  const texts = textReader();
  const { plain, found: problems } = readElement(element, texts, text);
  const own = elementIn(element, OWN_ELEMENT);
  const broken = problems.some(({ severity }) => severity === "error");
  const { read, found: more } =
    own && !broken
      ? withOwnData({ plain, data: textIn(element, OWN_ELEMENT), question, defaults }, rewrite)
      : fromPlain(plain, question, defaults);
  file.questions.push(read);
  file.found.push(
    ...[...problems, ...(broken ? [] : more)].map((problem) => ({ ...problem, question })),
  );
  if (texts.dropped.size > 0) {
    const message = `Left out: ${[...texts.dropped].join(", ")}`;
    const details = { question, severity: "warning" } as const;
    file.found.push(found("dropped-markup", element.start, message, details));
  }
}

function rewrite(content: QuestionContent): PlainQuestion | null {
  const text = writeMoodle([content]);
  const xml = readXml(text);
  const element = xml.ok ? elementIn(xml.value, "question") : undefined;
  return element ? readElement(element, textReader(), text).plain : null;
}

/** `file` is the text that the element was read from. */
function readElement(
  element: XmlElement,
  texts: TextReader,
  file: string,
): { plain: PlainQuestion; found: Found[] } {
  const asked = elementIn(element, "questiontext");
  const isCloze = CLOZE.includes(element.attributes["type"] ?? "");
  const {
    prompt,
    body,
    found: problems,
  } = asked && isCloze
    ? clozeBody(asked, texts, file)
    : { prompt: texts.read(element, "questiontext"), ...moodleBody(element, texts) };
  const tags = elementIn(element, "tags");
  const plain = {
    at: element.start,
    title: textIn(element, "name").text,
    idNumber: textIn(element, "idnumber").text,
    tags: tags ? elementsIn(tags, "tag").map((tag) => textIn(tag, "text").text) : [],
    prompt,
    hint: texts.read(element, "hint"),
    feedback: texts.read(element, "generalfeedback"),
    body,
  };
  return { plain, found: [...problems, ...unread(element, texts)] };
}

const CLOZE = ["cloze", "multianswer"];

/** Moodle writes these of itself. */
const OF_MOODLE = /^(?:Your answer is (?:correct|partially correct|incorrect)\.)?$/u;

/** Texts of the question that have no place here. */
function unread(element: XmlElement, texts: TextReader): Found[] {
  const [, second] = elementsIn(element, "hint");
  const combined = ["correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"].flatMap(
    (name) => elementIn(element, name) ?? [],
  );
  const own = combined.find((each) => !OF_MOODLE.test(texts.readOwn(each).text));
  return [
    ...(second ? [leftOut("hints after the first", second.start)] : []),
    ...(own ? [leftOut("feedback on any right or wrong answer", own.start)] : []),
  ];
}
