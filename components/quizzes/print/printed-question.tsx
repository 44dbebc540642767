"use client";

import { pointsText } from "@/components/quizzes/points-text";
import { Exhibits } from "@/components/questions/exhibits";
import { QuestionVerdict } from "@/components/questions/question-verdict";
import { Markdown } from "@/components/ui/markdown";
import type { Reveal } from "@/lib/domain/questions/reveal";
import type { PublicBody, PublicQuestion } from "@/lib/domain/questions/to-public";

type PrintedQuestionProps = {
  number: number;
  points: number;
  question: PublicQuestion;
  /** With the key; null on the students' paper. */
  reveal: Reveal | null;
};

/** One question on paper: with room to answer, or with its key. */
export function PrintedQuestion({ number, points, question, reveal }: PrintedQuestionProps) {
  return (
    <li className="flex break-inside-avoid flex-col gap-3">
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
    case "multiple":
      return <Boxes items={body.options} />;
    case "true-false":
      return (
        <>
          <Boxes items={["True", "False"]} />
          <p>Because:</p>
          <Boxes items={body.reasons} />
        </>
      );
    case "order":
      return <Boxes items={body.items} />;
    case "match":
      return (
        <div className="grid grid-cols-2 gap-6">
          <Lines items={body.lefts.map((left) => `____ ${left}`)} />
          <Lines items={body.rights.map((right, index) => `${letter(index)}. ${right}`)} />
        </div>
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

const Boxes = ({ items }: { items: readonly string[] }) => (
  <ul className="flex flex-col gap-1.5">
    {items.map((item, index) => (
      <li key={index} className="flex gap-2.5">
        <span aria-hidden className="mt-1 size-4 shrink-0 border border-ink" />
        <Markdown text={item} />
      </li>
    ))}
  </ul>
);

const Lines = ({ items }: { items: readonly string[] }) => (
  <ul className="flex flex-col gap-1.5">
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);

const Room = ({ lines }: { lines: number }) => (
  <div aria-hidden className="flex flex-col">
    {Array.from({ length: lines }, (_, index) => (
      <span key={index} className="h-8 border-b border-edge" />
    ))}
  </div>
);
