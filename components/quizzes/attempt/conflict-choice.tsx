"use client";

import { GivenView } from "@/components/quizzes/given-view";
import { Button } from "@/components/ui/button";
import type { Answer } from "@/lib/domain/questions/grade-answer";
import type { AttemptQuestion } from "@/lib/domain/quizzes/attempt-contract";

type ConflictChoiceProps = {
  asked: AttemptQuestion;
  mine: Answer | null;
  theirs: Answer | null;
  onChoose: (choice: "mine" | "theirs") => void;
};

/** Two versions of one answer: neither is lost until the person has said which counts. */
export function ConflictChoice({ asked, mine, theirs, onChoose }: ConflictChoiceProps) {
  const versions = [
    { choice: "mine", title: "In this tab", answer: mine, act: "Keep this one" },
    { choice: "theirs", title: "Saved from elsewhere", answer: theirs, act: "Use this one" },
  ] as const;
  return (
    <div
      role="alert"
      className="flex flex-col gap-4 rounded-lg border border-partly-line bg-partly-soft p-4"
    >
      <p className="font-medium">
        This answer was changed in another tab or on another device. Choose the one that counts.
      </p>
      <div className="grid gap-4 md:grid-cols-2">
        {versions.map(({ choice, title, answer, act }) => (
          <section
            key={choice}
            aria-label={title}
            className="flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-canvas p-4"
          >
            <h3 className="text-sm font-medium text-muted">{title}</h3>
            <GivenView
              question={asked.question}
              answer={answer}
              labelledBy={`question-${asked.position + 1}-${choice}`}
            />
            <Button
              size="small"
              className="mt-auto self-start"
              onClick={() => {
                onChoose(choice);
              }}
            >
              {act}
            </Button>
          </section>
        ))}
      </div>
    </div>
  );
}
