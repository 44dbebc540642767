"use client";

import type { ReactNode } from "react";

import { pointsText } from "@/components/quizzes/points-text";
import { GivenView } from "@/components/quizzes/given-view";
import { OutcomeBadge } from "@/components/quizzes/result/outcome-badge";
import { AnnotatedLine } from "@/components/questions/annotated-line";
import { Exhibits } from "@/components/questions/exhibits";
import { QuestionVerdict } from "@/components/questions/question-verdict";
import { FindingList } from "@/components/questions/finding-list";
import { Sources } from "@/components/questions/sources";
import { CodeBlock } from "@/components/ui/code-block";
import { Markdown } from "@/components/ui/markdown";
import type { Answer, GradedAnswer } from "@/lib/domain/questions/grade-answer";
import type { Reveal } from "@/lib/domain/questions/reveal";
import type { VerdictFindings } from "@/lib/domain/quizzes/verdict-findings";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";

export type ReviewedQuestionProps = {
  number: number;
  points: number;
  question: PublicQuestion;
  given: { answer: Answer | null } | null;
  verdict: {
    outcome: GradedAnswer["outcome"];
    points: number | null;
    reason: string | null;
    comment: string | null;
    findings: VerdictFindings | null;
  } | null;
  solution: { reveal: Reveal; graded: GradedAnswer; marks: boolean[] | null } | null;
  /** What may be done with it. */
  children?: ReactNode;
};

/** One question of an attempt that is over, with as much as may be shown of it. */
export function ReviewedQuestion(props: ReviewedQuestionProps) {
  const { number, points, question, given, verdict, solution, children } = props;
  return (
    <article
      id={`question-${number}`}
      aria-label={`Question ${number}`}
      className="flex scroll-mt-20 flex-col gap-4 rounded-xl border border-line bg-surface p-4 sm:p-5"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-sm font-medium text-muted">Question {number}</h2>
        {verdict ? (
          <span className="flex items-center gap-2 text-sm">
            <OutcomeBadge outcome={verdict.outcome} points={verdict.points} />
            <span className="tabular-nums">
              {verdict.points === null ? "Not marked yet" : `${verdict.points} of ${points}`}
            </span>
          </span>
        ) : (
          <span className="text-sm text-muted">{pointsText(points)}</span>
        )}
      </div>
      <Markdown text={question.prompt} />
      <Exhibits exhibits={question.exhibits} />
      {solution ? (
        <Solution number={number} question={question} given={given} solution={solution} />
      ) : given ? (
        <>
          <GivenView question={question} answer={given.answer} labelledBy={`given-${number}`} />
          {verdict?.findings ? <Findings {...verdict.findings} /> : null}
        </>
      ) : null}
      {verdict?.reason ? (
        <p className="text-sm text-muted">Points given by hand: {verdict.reason}</p>
      ) : null}
      {verdict?.comment ? (
        <section
          aria-label={`Comment on question ${number}`}
          className="rounded-lg bg-sunken px-4 py-3"
        >
          <h3 className="mb-1 text-xs font-medium text-muted">Comment</h3>
          <p className="whitespace-pre-wrap">{verdict.comment}</p>
        </section>
      ) : null}
      {children}
    </article>
  );
}

/** Where solutions are not shown yet. */
const Findings = ({ text, error, findings }: VerdictFindings) => (
  <>
    <AnnotatedLine text={text} findings={findings} tone="bad" />
    {error === null ? null : <CodeBlock wrap title="kubectl would say" text={error} />}
    <FindingList findings={findings} tone="bad" />
  </>
);

type SolutionProps = Pick<ReviewedQuestionProps, "number" | "question" | "given"> & {
  solution: NonNullable<ReviewedQuestionProps["solution"]>;
};

function Solution({ number, question, given, solution }: SolutionProps) {
  const { reveal, graded, marks } = solution;
  const answer = given?.answer ?? null;
  const isShown = answer !== null && !("gaveUp" in answer) && graded.detail.kind !== "gave-up";
  return (
    <>
      {given && answer === null ? <p className="text-muted italic">No answer</p> : null}
      <QuestionVerdict
        kind={question.kind}
        body={question.body}
        given={isShown ? { answer, detail: graded.detail } : null}
        solution={reveal.solution}
        marks={marks}
        onMarks={null}
      />
      <section
        aria-label={`Explanation of question ${number}`}
        className="border-s-2 border-accent-line ps-4"
      >
        <Markdown text={reveal.explanation} />
      </section>
      <Sources
        sources={reveal.sources}
        errata={reveal.errata}
        label={`Sources of question ${number}`}
      />
    </>
  );
}
