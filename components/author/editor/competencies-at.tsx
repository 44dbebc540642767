"use client";

import { X } from "lucide-react";

import { fieldId, useForm } from "@/components/author/editor/editor-context";
import { FieldProblems } from "@/components/author/editor/field-problems";
import { textsAt } from "@/components/author/editor/source-text";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";

const PATH = ["competencies"];

/** Lines of the exams that the question serves. */
export function CompetenciesAt() {
  const { fields, choices, append, problemsAt, touch } = useForm();
  const chosen = textsAt(fields, PATH);
  const id = fieldId(PATH);
  const titles = new Map(
    choices.competencies.flatMap(({ domain, competencies }) =>
      competencies.map((one) => [one.id, `${domain} · ${one.title}`] as const),
    ),
  );
  const problems = [...problemsAt(PATH), ...chosen.flatMap((_, i) => problemsAt([...PATH, i]))];
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="text-sm font-medium">
        Competencies of the exams
      </label>
      <ChosenList chosen={chosen} titles={titles} />
      <Select
        id={id}
        value=""
        aria-describedby={`${id}-problems`}
        onBlur={() => {
          touch(PATH);
        }}
        onChange={({ target: { value } }) => {
          if (value !== "") append(PATH, value);
        }}
      >
        <option value="">Add one…</option>
        {choices.competencies.map(({ domain, competencies }) => (
          <optgroup key={domain} label={domain}>
            {competencies
              .filter((one) => !chosen.includes(one.id))
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title}
                </option>
              ))}
          </optgroup>
        ))}
      </Select>
      <FieldProblems id={`${id}-problems`} problems={problems} />
    </div>
  );
}

type ChosenListProps = { chosen: readonly string[]; titles: ReadonlyMap<string, string> };

function ChosenList({ chosen, titles }: ChosenListProps) {
  const { set } = useForm();
  if (chosen.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1.5">
      {chosen.map((one) => (
        <li key={one} className="flex items-center gap-2 text-sm">
          <span className="min-w-0 flex-1 break-words">{titles.get(one) ?? one}</span>
          <Button
            look="quiet"
            size="small"
            aria-label={`Remove ${titles.get(one) ?? one}`}
            onClick={() => {
              set(
                PATH,
                chosen.filter((other) => other !== one),
              );
            }}
          >
            <X aria-hidden className="size-4" />
          </Button>
        </li>
      ))}
    </ul>
  );
}
