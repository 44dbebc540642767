"use client";

import { useState } from "react";

import { describe, FieldErrors } from "@/components/ui/field";

type RetentionFieldProps = { initial: number; errors: readonly string[] | undefined };

const percent = (share: number) => `${Math.round(share * 100)} %`;

function effectOf(retention: number): string {
  if (retention < 0.85) return "Few reviews, more forgetting: good for a wide first pass.";
  if (retention <= 0.92) return "The usual balance of reviews and forgetting.";
  return "Many more reviews: for the last weeks before the exam.";
}

export function RetentionField({ initial, errors }: RetentionFieldProps) {
  const [value, setValue] = useState(initial);
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-4 text-sm">
        <label htmlFor="retention" className="font-medium">
          Recall wanted when a question comes back
        </label>
        <output htmlFor="retention" className="font-medium whitespace-nowrap tabular-nums">
          {percent(value)}
        </output>
      </div>
      <input
        type="range"
        name="desiredRetention"
        min={0.7}
        max={0.97}
        step={0.01}
        value={value}
        aria-valuetext={percent(value)}
        onChange={(event) => {
          setValue(Number(event.target.value));
        }}
        className="h-6 w-full cursor-pointer accent-accent"
        {...describe("retention", { hint: true, errors })}
      />
      <p id="retention-hint" className="text-sm text-muted">
        {effectOf(value)}
      </p>
      <FieldErrors id="retention" errors={errors} />
    </div>
  );
}
