"use client";

import { useState } from "react";

import { toggled } from "@/components/questions/pick-list";
import { Button } from "@/components/ui/button";
import { InlineMarkdown } from "@/components/ui/markdown";

type MarkingPointsProps = {
  points: readonly string[];
  /** What keywords in the answer suggest. */
  suggested: readonly boolean[];
  /** What the learner said already; null before. */
  marks: readonly boolean[] | null;
  onMarks: (marks: boolean[]) => void;
};

const positionsOf = (marks: readonly boolean[]) =>
  marks.flatMap((ticked, index) => (ticked ? [index] : []));

/** The learner is the judge here: which points does the answer make? */
export function MarkingPoints({ points, suggested, marks, onMarks }: MarkingPointsProps) {
  const [ticks, setTicks] = useState(() => positionsOf(marks ?? suggested));
  const chosen = points.map((_, index) => ticks.includes(index));
  const saved = marks !== null && chosen.every((ticked, index) => ticked === marks[index]);

  return (
    <fieldset className="rounded-lg border border-line px-4 py-3">
      <legend className="px-1 text-sm font-medium">Which points does your answer make?</legend>
      <div className="flex flex-col">
        {points.map((point, index) => (
          <label key={index} className="flex items-start gap-3 py-1.5">
            <input
              type="checkbox"
              checked={ticks.includes(index)}
              onChange={() => {
                setTicks(toggled(ticks, index));
              }}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <InlineMarkdown text={point} />
          </label>
        ))}
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <Button
          size="small"
          disabled={saved}
          onClick={() => {
            onMarks(chosen);
          }}
        >
          {saved ? "Marks kept" : "Keep these marks"}
        </Button>
        <p aria-live="polite" className="text-sm text-muted">
          {ticks.length} of {points.length} points
        </p>
      </div>
    </fieldset>
  );
}
