"use client";

import { AnswersOfAnother } from "@/components/questions/answer-words";
import { Exhibits } from "@/components/questions/exhibits";
import { OutcomeHeading } from "@/components/questions/outcome-heading";
import { QuestionVerdict } from "@/components/questions/question-verdict";
import { Markdown } from "@/components/ui/markdown";
import type { Answer, GradedAnswer } from "@/lib/domain/questions/grade-answer";
import type { Reveal } from "@/lib/domain/questions/reveal";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";

type ReportedQuestionProps = {
  question: PublicQuestion;
  reveal: Reveal;
  given: { answer: Answer; graded: GradedAnswer } | null;
  answered: boolean;
  marks: boolean[] | null;
};

/** The question as it was on the learner's screen, with their answer and the key. */
export function ReportedQuestion(props: ReportedQuestionProps) {
  const { question, reveal, given, answered, marks } = props;
  const shown =
    given && !("gaveUp" in given.answer)
      ? { answer: given.answer, detail: given.graded.detail }
      : null;
  return (
    <div className="flex flex-col gap-4">
      <Markdown text={question.prompt} />
      <Exhibits exhibits={question.exhibits} />
      <p className="text-sm text-muted">{whatWasGiven(given !== null, answered)}</p>
      {given && answered ? (
        <OutcomeHeading outcome={given.graded.outcome} score={given.graded.score} />
      ) : null}
      <section aria-label="The learner’s answer and the key">
        <AnswersOfAnother>
          <QuestionVerdict
            kind={question.kind}
            body={question.body}
            given={shown}
            solution={reveal.solution}
            marks={marks}
            onMarks={null}
          />
        </AnswersOfAnother>
      </section>
      <div className="border-s-2 border-accent-line ps-4">
        <Markdown text={reveal.explanation} />
      </div>
    </div>
  );
}

function whatWasGiven(given: boolean, answered: boolean): string {
  if (answered) return "Reported after the answer.";
  return given
    ? "Reported before the answer was sent; this is what was typed so far."
    : "Reported before anything was answered.";
}
