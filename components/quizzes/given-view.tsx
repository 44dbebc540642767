"use client";

import { viewOf } from "@/components/questions/registry";
import type { Answer } from "@/lib/domain/questions/grade-answer";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";

type GivenViewProps = {
  question: Pick<PublicQuestion, "kind" | "body">;
  answer: Answer | null;
  labelledBy: string;
};

/** An answer as it was given, where it can only be read: nothing says whether it is right. */
export function GivenView({ question, answer, labelledBy }: GivenViewProps) {
  if (answer === null || "gaveUp" in answer) {
    return <p className="text-muted italic">No answer</p>;
  }
  const view = viewOf(question.kind);
  return (
    <>
      <span id={labelledBy} className="sr-only">
        The answer that was given
      </span>
      <view.Ask
        body={question.body}
        draft={view.resume(answer, question.body)}
        onChange={() => undefined}
        disabled
        promptId={labelledBy}
        aids={false}
        inQuiz
      />
    </>
  );
}
