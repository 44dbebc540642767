"use client";

import { Search } from "lucide-react";
import Form from "next/form";
import Link from "next/link";
import { useRef } from "react";

import { isNarrowing } from "@/components/banks/browse-query";
import { DIFFICULTY_LABELS, KIND_LABELS } from "@/components/questions/kind-names";
import { CONTROL } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { QuestionFilter } from "@/lib/domain/questions/question-filter";

type Choice = { id: string; title: string };

type FilterBarProps = {
  path: string;
  filter: QuestionFilter;
  choices: { banks: Choice[]; exams: (Choice & { domains: Choice[] })[]; kinds: string[] };
};

/** Search and filters are part of the address: they can be linked, and Back undoes them. */
export function FilterBar({ path, filter, choices }: FilterBarProps) {
  const form = useRef<HTMLFormElement>(null);
  const send = () => form.current?.requestSubmit();
  const kinds = choices.kinds.map((id) => ({ id, title: labelOf(KIND_LABELS, id) }));
  const difficulties = Object.entries(DIFFICULTY_LABELS).map(([id, title]) => ({ id, title }));

  return (
    <Form ref={form} action={path} scroll={false} role="search" className="flex flex-col gap-2">
      <div className="flex gap-2">
        <label className="relative flex-1">
          <span className="sr-only">Search questions</span>
          <Search
            aria-hidden
            className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-muted"
          />
          <input
            key={filter.text}
            type="search"
            name="text"
            defaultValue={filter.text ?? ""}
            placeholder="Search questions"
            maxLength={200}
            className={`${CONTROL} h-10 ps-9`}
          />
        </label>
        {isNarrowing(filter) ? (
          <Link
            href={path}
            className="flex h-10 items-center rounded-md px-3 text-sm font-medium text-muted hover:bg-sunken hover:text-ink"
          >
            Clear
          </Link>
        ) : null}
      </div>
      <div className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap lg:flex-nowrap">
        <Filter
          name="exam"
          label="Exam"
          value={filter.exam}
          onPick={send}
          options={examChoices(choices)}
        />
        <DomainFilter value={filter.domain} exams={choices.exams} onPick={send} />
        <Filter name="kind" label="Kind" value={filter.kind} onPick={send} options={kinds} />
        <Filter
          name="difficulty"
          label="Difficulty"
          value={filter.difficulty}
          onPick={send}
          options={difficulties}
        />
        <Filter name="mark" label="Yours" value={filter.mark} onPick={send} options={MARKS} />
      </div>
      <button type="submit" className="sr-only">
        Search
      </button>
    </Form>
  );
}

const MARKS: Choice[] = [
  { id: "flagged", title: "Flagged" },
  { id: "suspended", title: "Suspended" },
  { id: "set-aside", title: "Set aside" },
  { id: "leech", title: "Forgotten often" },
];

const labelOf = (labels: Record<string, string>, id: string) => labels[id] ?? id;

const examChoices = ({ exams }: FilterBarProps["choices"]) =>
  exams.map(({ id }) => ({ id, title: id.toUpperCase() }));

type FilterProps = {
  name: string;
  label: string;
  value: string | null;
  options: Choice[];
  onPick: () => void;
};

function Filter({ name, label, value, options, onPick }: FilterProps) {
  return (
    <div className="min-w-0 sm:flex-1">
      <Select
        key={value}
        compact
        name={name}
        aria-label={label}
        defaultValue={value ?? ""}
        onChange={onPick}
      >
        <option value="">{`${label}: any`}</option>
        {options.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </div>
  );
}

type DomainFilterProps = {
  value: string | null;
  exams: FilterBarProps["choices"]["exams"];
  onPick: () => void;
};

function DomainFilter({ value, exams, onPick }: DomainFilterProps) {
  return (
    <div className="min-w-0 sm:flex-1">
      <Select
        key={value}
        compact
        name="domain"
        aria-label="Domain"
        defaultValue={value ?? ""}
        onChange={onPick}
      >
        <option value="">Domain: any</option>
        {exams.map((exam) => (
          <optgroup key={exam.id} label={exam.id.toUpperCase()}>
            {exam.domains.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </div>
  );
}
