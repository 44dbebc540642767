"use client";

import { useState } from "react";

import { OutcomeHeading } from "@/components/questions/outcome-heading";
import { QuestionVerdict } from "@/components/questions/question-verdict";
import { Sources } from "@/components/questions/sources";
import { Button } from "@/components/ui/button";
import { Markdown } from "@/components/ui/markdown";
import type { TriedAnswer } from "@/lib/domain/authoring/editor-contract";
import type { Answer } from "@/lib/domain/questions/grade-answer";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";

type TriedVerdictProps = {
  question: PublicQuestion;
  tried: { answer: Answer; result: TriedAnswer };
  onAgain: () => void;
};

/** What a learner would be shown after this answer. */
export function TriedVerdict({ question, tried, onAgain }: TriedVerdictProps) {
  const { answer, result } = tried;
  const { graded, reveal } = result;
  const [marks, setMarks] = useState<boolean[] | null>(null);
  return (
    <div className="flex flex-col gap-5">
      <Markdown text={question.prompt} />
      <OutcomeHeading outcome={graded.outcome} score={graded.score} />
      <section aria-label="The answer and the right one">
        <QuestionVerdict
          kind={question.kind}
          body={question.body}
          given={"gaveUp" in answer ? null : { answer, detail: graded.detail }}
          solution={reveal.solution}
          marks={marks}
          onMarks={setMarks}
        />
      </section>
      <section aria-label="Explanation" className="border-s-2 border-accent-line ps-4">
        <Markdown text={reveal.explanation} />
      </section>
      <Sources sources={reveal.sources} errata={reveal.errata} />
      <Button className="self-start" onClick={onAgain}>
        Answer again
      </Button>
    </div>
  );
}
