/**
 * Questions as a page to print or to send: what is asked first, and the key, where it is
 * wanted, at the end. One way only: nothing reads it back.
 */
import { keyLines } from "@/lib/domain/formats/text/key-lines";
import { questionLines } from "@/lib/domain/formats/text/question-lines";
import type { QuestionContent } from "@/lib/domain/questions/content";
import { drawQuestion } from "@/lib/domain/questions/draw-question";
import { reveal } from "@/lib/domain/questions/reveal";
import { toPublic } from "@/lib/domain/questions/to-public";

export function writeText(
  questions: readonly QuestionContent[],
  { title, withKey }: { title: string; withKey: boolean },
): string {
  // Options in an order that does not give the key away, and that is the same each time.
  const drawn = questions.map((content) => drawQuestion(content, `text ${content.id}`));
  const asked = drawn.map((question, index) =>
    block(index, questionLines(toPublic(question, 1)).join("\n")),
  );
  const key = drawn.map((question, index) => block(index, keyLines(reveal(question)).join("\n")));
  return [heading(title, "="), ...asked, ...(withKey ? [heading("Key", "="), ...key] : [])].join(
    "\n\n",
  );
}

const heading = (text: string, line: string): string =>
  `${text}\n${line.repeat(Math.max(3, text.length))}`;

/** Numbered, with the lines below the first under the text. */
function block(index: number, text: string): string {
  const number = `${index + 1}. `;
  const indent = " ".repeat(number.length);
  return (
    text
      .split(/\r\n?|\n/u)
      .map((line, at) => ((at === 0 ? number : indent) + line).trimEnd())
      .join("\n") + "\n"
  );
}
