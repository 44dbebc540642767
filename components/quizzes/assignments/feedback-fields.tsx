"use client";

import { useState } from "react";
import { TriangleAlert } from "lucide-react";

import { SelectField } from "@/components/ui/select";
import type {
  FeedbackPart,
  FeedbackPolicy,
  FeedbackTime,
} from "@/lib/domain/quizzes/feedback-policy";
import { feedbackWarnings } from "@/lib/domain/quizzes/feedback-warnings";

const PARTS: { part: FeedbackPart; name: string; label: string }[] = [
  { part: "score", name: "showScore", label: "Score" },
  { part: "answers", name: "showAnswers", label: "Own answers" },
  { part: "verdicts", name: "showVerdicts", label: "Right or wrong" },
  { part: "solutions", name: "showSolutions", label: "Solutions" },
];

const TIMES: { value: FeedbackTime; word: string }[] = [
  { value: "at-submit", word: "At submission" },
  { value: "after-close", word: "When it has closed for everyone" },
  { value: "on-release", word: "When I release the results" },
  { value: "never", word: "Never" },
];

type FeedbackFieldsProps = { policy: FeedbackPolicy; attemptsAllowed: string };

/** What students see when, and where that tells answers to those who still work. */
export function FeedbackFields({ policy, attemptsAllowed }: FeedbackFieldsProps) {
  const [chosen, setChosen] = useState(policy);
  const count = attemptsAllowed.trim() === "" ? null : Number(attemptsAllowed);
  const warnings = feedbackWarnings({ ...chosen, attemptsAllowed: count });
  return (
    <fieldset className="flex flex-col gap-5">
      <legend className="mb-3 text-lg font-semibold">What students see, and when</legend>
      <div className="grid gap-5 sm:grid-cols-2">
        {PARTS.map(({ part, name, label }) => (
          <SelectField
            key={part}
            id={name}
            name={name}
            label={label}
            value={chosen[part]}
            onChange={(event) => {
              const when = TIMES.find(({ value }) => value === event.target.value);
              if (when) setChosen({ ...chosen, [part]: when.value });
            }}
          >
            {TIMES.map(({ value, word }) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
      <div aria-live="polite" className="flex flex-col gap-2">
        {warnings.map((warning) => (
          <p
            key={warning}
            className="flex gap-2 rounded-lg border border-partly-line bg-partly-soft px-3 py-2 text-sm"
          >
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-partly" />
            {warning}
          </p>
        ))}
      </div>
    </fieldset>
  );
}
