"use client";

import { FileQuestion } from "lucide-react";
import { useState } from "react";

import { AuthoredTable, type AuthoredQuestion } from "@/components/author/authored-table";
import type { FormAction } from "@/components/form/form-action";
import { KIND_LABELS } from "@/components/questions/kind-names";
import { EmptyState } from "@/components/ui/empty-state";
import { TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select";
import { counted } from "@/components/ui/counted";

type AuthoredQuestionsProps = {
  bankId: string;
  questions: readonly AuthoredQuestion[];
  retire: FormAction;
};

type Filter = { text: string; kind: string; state: string };

const STATES = [
  { value: "", label: "All but retired" },
  { value: "draft", label: "With a draft" },
  { value: "published", label: "Published" },
  { value: "retired", label: "Retired" },
];

/** What is in a bank, narrowed by words, kind and state. */
export function AuthoredQuestions({ bankId, questions, retire }: AuthoredQuestionsProps) {
  const [filter, setFilter] = useState<Filter>({ text: "", kind: "", state: "" });
  if (questions.length === 0) {
    return (
      <EmptyState icon={FileQuestion} title="No questions yet">
        Choose a kind and a short name above; then you write it beside what a learner will see.
      </EmptyState>
    );
  }
  const shown = questions.filter((question) => isShown(question, filter));
  return (
    <section aria-label="Questions" className="flex flex-col gap-4">
      <FilterFields filter={filter} onChange={setFilter} />
      <p role="status" className="text-sm text-muted">
        {shown.length} of {counted(questions.length, "question")}
      </p>
      {shown.length > 0 ? (
        <AuthoredTable bankId={bankId} questions={shown} retire={retire} />
      ) : null}
    </section>
  );
}

type FilterFieldsProps = { filter: Filter; onChange: (filter: Filter) => void };

function FilterFields({ filter, onChange }: FilterFieldsProps) {
  return (
    <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_11rem_11rem]">
      <TextField
        id="find"
        type="search"
        label="Find"
        placeholder="Words of it, its name or its tags"
        value={filter.text}
        onChange={({ target }) => {
          onChange({ ...filter, text: target.value });
        }}
      />
      <SelectField
        id="kind"
        label="Kind"
        value={filter.kind}
        onChange={({ target }) => {
          onChange({ ...filter, kind: target.value });
        }}
      >
        <option value="">All</option>
        {Object.entries(KIND_LABELS).map(([kind, label]) => (
          <option key={kind} value={kind}>
            {label}
          </option>
        ))}
      </SelectField>
      <SelectField
        id="state"
        label="State"
        value={filter.state}
        onChange={({ target }) => {
          onChange({ ...filter, state: target.value });
        }}
      >
        {STATES.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

function isShown(question: AuthoredQuestion, { text, kind, state }: Filter): boolean {
  const words = text.toLowerCase().split(/\s+/u);
  const searched = [question.slug, question.prompt, ...question.tags].join(" ").toLowerCase();
  return (
    (kind === "" || question.kind === kind) &&
    isInState(question, state) &&
    words.every((word) => searched.includes(word))
  );
}

function isInState({ isRetired, hasDraft, version }: AuthoredQuestion, state: string): boolean {
  if (state === "retired") return isRetired;
  if (isRetired) return false;
  if (state === "draft") return hasDraft;
  return state === "" || version > 0;
}
