"use client";

import type { AnswerForMarking, Mark } from "@/components/quizzes/marking/use-marking";
import { CONTROL, Field } from "@/components/ui/field";
import { InlineMarkdown } from "@/components/ui/markdown";

type Draft = { mark: Mark; comment: string };

type MarkFieldsProps = {
  answer: AnswerForMarking;
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
};

const SHARES = [
  { share: 0, word: "No points" },
  { share: 0.5, word: "Half the points" },
  { share: 1, word: "All points" },
];

const ROW = "flex items-start gap-3 py-1.5";
const BOX = "mt-1 size-4 shrink-0 accent-accent";

/** What an answer is worth, and what to say of it. */
export function MarkFields({ answer, draft, onChange }: MarkFieldsProps) {
  const { solution, suggested } = answer;
  return (
    <>
      <fieldset className="rounded-lg border border-line px-4 py-3">
        <legend className="px-1 text-sm font-medium">
          {suggested ? "Which points does it make?" : "What is it worth?"}
        </legend>
        {suggested && solution.kind === "open" ? (
          <Ticks
            points={solution.marks}
            ticks={Array.isArray(draft.mark) ? draft.mark : suggested}
            onChange={(mark) => {
              onChange({ mark });
            }}
          />
        ) : (
          SHARES.map(({ share, word }, index) => (
            <label key={share} className={ROW}>
              <input
                type="radio"
                name="share"
                className={BOX}
                checked={draft.mark === share}
                onChange={() => {
                  onChange({ mark: share });
                }}
              />
              <span>
                {word} <span className="text-xs text-muted">{index + 1}</span>
              </span>
            </label>
          ))
        )}
      </fieldset>
      <Field id="comment" label="Comment for the student">
        <textarea
          id="comment"
          rows={2}
          maxLength={5000}
          className={`${CONTROL} py-2`}
          value={draft.comment}
          onChange={(event) => {
            onChange({ comment: event.target.value });
          }}
        />
      </Field>
    </>
  );
}

type TicksProps = {
  points: readonly string[];
  ticks: readonly boolean[];
  onChange: (ticks: boolean[]) => void;
};

const Ticks = ({ points, ticks, onChange }: TicksProps) => (
  <>
    {points.map((point, index) => (
      <label key={index} className={ROW}>
        <input
          type="checkbox"
          className={BOX}
          checked={ticks[index] ?? false}
          onChange={(event) => {
            onChange(
              points.map((_, at) => (at === index ? event.target.checked : (ticks[at] ?? false))),
            );
          }}
        />
        <span>
          <InlineMarkdown text={point} /> <span className="text-xs text-muted">{index + 1}</span>
        </span>
      </label>
    ))}
  </>
);
