import type { ReactNode } from "react";

import { useAnswerWords } from "@/components/questions/answer-words";
import { VerdictRow } from "@/components/questions/verdict-row";

type GivenAnswerProps = {
  /** What the learner typed; null when they gave up. */
  text: string | null;
  right: boolean;
  why: string | null;
  /** What would have been right. */
  children: ReactNode;
};

/** What was typed beside what is right. */
export function GivenAnswer({ text, right, why, children }: GivenAnswerProps) {
  const { tag } = useAnswerWords();
  return (
    <ul className="flex flex-col gap-2">
      {text === null ? null : (
        <VerdictRow mark={right ? "right" : "wrong"} tag={tag} why={why}>
          <code className="inline-code">{text}</code>
        </VerdictRow>
      )}
      {right ? null : (
        <VerdictRow mark="missed" tag="right">
          {children}
        </VerdictRow>
      )}
    </ul>
  );
}
