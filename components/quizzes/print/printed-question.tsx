"use client";

import { pointsText } from "@/components/quizzes/points-text";
import { Exhibits } from "@/components/questions/exhibits";
import { QuestionVerdict } from "@/components/questions/question-verdict";
import { InlineMarkdown, Markdown } from "@/components/ui/markdown";
import type { Reveal } from "@/lib/domain/questions/reveal";
import type { PublicBody, PublicQuestion } from "@/lib/domain/questions/to-public";

type PrintedQuestionProps = {
  /** Title of the section that begins here. */
  section: string | null;
  number: number;
  points: number;
  question: PublicQuestion;
  /** With the key; null on the students' paper. */
  reveal: Reveal | null;
};

/** One question on paper: with room to answer, or with its key. */
export function PrintedQuestion(props: PrintedQuestionProps) {
  const { section, number, points, question, reveal } = props;
  return (
    <li className="flex break-inside-avoid flex-col gap-3">
      {section === null ? null : <h2 className="text-lg font-semibold">{section}</h2>}
      <p className="text-sm font-semibold">
        {number}. <span className="font-normal text-muted">{pointsText(points)}</span>
      </p>
      <Markdown text={question.prompt} />
      <Exhibits exhibits={question.exhibits} />
      {reveal ? (
        <>
          <QuestionVerdict
            kind={question.kind}
            body={question.body}
            given={null}
            solution={reveal.solution}
            marks={null}
            onMarks={null}
          />
          <Markdown text={reveal.explanation} />
        </>
      ) : (
        <Paper body={question.body} />
      )}
    </li>
  );
}

/** What is ticked, numbered or written by hand. */
function Paper({ body }: { body: PublicBody }) {
  switch (body.kind) {
    case "single":
      return <Boxes hint="Pick one" items={body.options} />;
    case "multiple":
      return <Boxes hint="Pick all that are right" items={body.options} />;
    case "true-false":
      return (
        <>
          <Boxes hint="Is this true or false?" items={["True", "False"]} />
          <Boxes hint="Because… (pick one)" items={body.reasons} />
        </>
      );
    case "order":
      return <Lines hint="Number them, from 1 for the first" items={body.items} mark={gap} />;
    case "match":
      return (
        <>
          <Hint>Write a letter before each on the left</Hint>
          <div className="grid grid-cols-2 gap-6">
            <Lines items={body.lefts} mark={gap} />
            <Lines items={body.rights} mark={(index) => `${letter(index)}.`} />
          </div>
        </>
      );
    case "blanks":
      return (
        <pre className="font-mono text-sm whitespace-pre-wrap">
          {body.segments.map((part) => ("blank" in part ? "____________" : part.text)).join("")}
        </pre>
      );
    case "short":
    case "number":
      return <Room lines={1} />;
    case "kubectl":
      return <Room lines={body.lines === "many" ? 4 : 2} />;
    case "open":
      return <Room lines={8} />;
  }
}

const letter = (index: number) => String.fromCharCode(65 + index);

/** Where a number or a letter is written. */
const gap = () => "____";

/** What is to be done, which paper cannot show by its controls. */
const Hint = ({ children }: { children: string }) => (
  <p className="text-sm text-muted">{children}</p>
);

const Boxes = ({ hint, items }: { hint: string; items: readonly string[] }) => (
  <>
    <Hint>{hint}</Hint>
    <ul className="flex flex-col gap-1.5">
      {items.map((item, index) => (
        <li key={index} className="flex gap-2.5">
          <span aria-hidden className="mt-1 size-4 shrink-0 border border-ink" />
          <InlineMarkdown text={item} />
        </li>
      ))}
    </ul>
  </>
);

type LinesProps = {
  hint?: string;
  items: readonly string[];
  /** Before each of them. */
  mark: (index: number) => string;
};

const Lines = ({ hint, items, mark }: LinesProps) => (
  <>
    {hint ? <Hint>{hint}</Hint> : null}
    <ul className="flex flex-col gap-1.5">
      {items.map((item, index) => (
        <li key={index} className="flex gap-2.5">
          <span className="shrink-0">{mark(index)}</span>
          <InlineMarkdown text={item} />
        </li>
      ))}
    </ul>
  </>
);

const Room = ({ lines }: { lines: number }) => (
  <div aria-hidden className="flex flex-col">
    {Array.from({ length: lines }, (_, index) => (
      <span key={index} className="h-8 border-b border-edge" />
    ))}
  </div>
);
