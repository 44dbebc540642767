"use client";

import type { PickerChoices } from "@/components/quizzes/builder/question-picker";
import { difficultyWord, kindWord } from "@/components/quizzes/builder/kind-words";
import { CONTROL } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { PoolFilter, QuizItem } from "@/lib/domain/quizzes/quiz-content";

type Pool = Extract<QuizItem, { type: "pool" }>;

type PoolFieldsProps = {
  pool: Pool;
  id: string;
  choices: PickerChoices;
  /** How many questions it may draw from; null until that is known. */
  candidates: number | null;
  onChange: (pool: Pool) => void;
};

/** How many of which questions are drawn for each attempt. */
export function PoolFields({ pool, id, choices, candidates, onChange }: PoolFieldsProps) {
  const { from } = pool;
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-2">
        <label htmlFor={`${id}-pick`}>Draw</label>
        <input
          id={`${id}-pick`}
          type="number"
          min={1}
          max={100}
          value={pool.pick}
          onChange={(event) => {
            onChange({ ...pool, pick: Math.max(1, Math.trunc(Number(event.target.value))) });
          }}
          className={`${CONTROL} h-8 w-18! px-2! text-sm!`}
        />
        <span>
          of {candidates ?? "…"} {from.by === "list" ? "listed questions" : "questions"}
        </span>
      </p>
      {from.by === "filter" ? (
        <Filter
          id={id}
          filter={from.filter}
          choices={choices}
          onChange={(filter) => {
            onChange({ ...pool, from: { by: "filter", filter } });
          }}
        />
      ) : (
        <p className="text-sm break-words text-muted">{from.questionIds.join(", ")}</p>
      )}
      <label className="flex items-center gap-2 text-sm">
        <input
          type="checkbox"
          checked={pool.notSeenBefore}
          className="size-4 accent-accent"
          onChange={(event) => {
            onChange({ ...pool, notSeenBefore: event.target.checked });
          }}
        />
        Questions that the student has not answered before come first
      </label>
    </div>
  );
}

type FilterProps = {
  id: string;
  filter: PoolFilter;
  choices: PickerChoices;
  onChange: (filter: PoolFilter) => void;
};

const DIFFICULTIES = ["easy", "medium", "hard"] as const;

/** One value of each, or any. */
function Filter({ id, filter, choices, onChange }: FilterProps) {
  const fields = [
    { key: "banks", label: "Bank", options: choices.banks },
    { key: "domains", label: "Domain", options: choices.domains },
    {
      key: "kinds",
      label: "Kind",
      options: choices.kinds.map(({ id: kind }) => ({ id: kind, title: kindWord(kind) })),
    },
    {
      key: "difficulties",
      label: "Difficulty",
      options: DIFFICULTIES.map((name) => ({ id: name, title: difficultyWord(name) })),
    },
  ] as const;
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      {fields.map(({ key, label, options }) => (
        <Select
          key={key}
          compact
          id={`${id}-${key}`}
          aria-label={`${label} of the pool`}
          value={filter[key][0] ?? ""}
          onChange={(event) => {
            const { value } = event.target;
            onChange({ ...filter, [key]: value === "" ? [] : [value] });
          }}
        >
          <option value="">Any {label.toLowerCase()}</option>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.title}
            </option>
          ))}
        </Select>
      ))}
    </div>
  );
}
