"use client";

import { useState, type ReactNode } from "react";

import { fieldId, useForm } from "@/components/author/editor/editor-context";
import { FieldProblems } from "@/components/author/editor/field-problems";
import { textsAt, type Path } from "@/components/author/editor/source-text";
import { CONTROL } from "@/components/ui/field";

type WordsAtProps = { path: Path; label: string; hint: ReactNode };

const wordsIn = (text: string): string[] =>
  text
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");

/** A list of words in one line, with commas between; left out of the question while it is empty. */
export function WordsAt({ path, label, hint }: WordsAtProps) {
  const { fields, set, remove, problemsAt, touch } = useForm();
  const stored = textsAt(fields, path);
  const [typed, setTyped] = useState<string | null>(null);
  // What was typed stands as long as it means what is stored: with its spaces and last comma.
  const isOwn = typed !== null && wordsIn(typed).join() === stored.join();
  const id = fieldId(path);
  const problems = [...problemsAt(path), ...stored.flatMap((_, i) => problemsAt([...path, i]))];
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        className={`${CONTROL} h-10`}
        aria-describedby={`${id}-hint ${id}-problems`}
        value={isOwn ? typed : stored.join(", ")}
        onBlur={() => {
          touch(path);
        }}
        onChange={({ target }) => {
          setTyped(target.value);
          const words = wordsIn(target.value);
          if (words.length === 0) remove(path);
          else set(path, words);
        }}
      />
      <p id={`${id}-hint`} className="text-sm text-muted">
        {hint}
      </p>
      <FieldProblems id={`${id}-problems`} problems={problems} />
    </div>
  );
}
