"use client";

import { viewOf } from "@/components/questions/registry";
import type { Answer } from "@/lib/domain/questions/grade-answer";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";

type GivenViewProps = {
  question: Pick<PublicQuestion, "kind" | "body">;
  answer: Answer | null;
  labelledBy: string;
};

/** Of these nothing is left to read where nothing was typed. */
const TYPED: ReadonlySet<string> = new Set(["short", "number", "kubectl", "open"]);

const NoAnswer = () => <p className="text-muted italic">No answer</p>;

/** An answer as it was given, where it can only be read: nothing says whether it is right. */
export function GivenView({ question, answer, labelledBy }: GivenViewProps) {
  const view = viewOf(question.kind);
  const given = answer === null || "gaveUp" in answer ? null : answer;
  if (given === null && TYPED.has(question.kind)) return <NoAnswer />;
  return (
    <>
      {given === null ? <NoAnswer /> : null}
      <span id={labelledBy} className="sr-only">
        {given === null ? "What there was to choose from" : "The answer that was given"}
      </span>
      <view.Ask
        body={question.body}
        draft={given === null ? view.start(question.body) : view.resume(given, question.body)}
        onChange={() => undefined}
        disabled
        promptId={labelledBy}
        aids={false}
        inQuiz
      />
    </>
  );
}
