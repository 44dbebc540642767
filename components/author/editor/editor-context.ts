"use client";

import { createContext, useContext } from "react";

import type { Fields, Path } from "@/components/author/editor/source-text";
import type { EditorProblem, Reading } from "@/lib/domain/authoring/editor-contract";

/** What an author chooses from while writing. */
export type EditorChoices = {
  competencies: readonly {
    domain: string;
    competencies: readonly { id: string; title: string }[];
  }[];
  notes: readonly { id: string; title: string; sections: readonly string[] }[];
  errata: readonly string[];
  concepts: readonly string[];
  tags: readonly string[];
};

/** What the fields of the form read and do. */
export type FormWork = {
  fields: Fields;
  choices: EditorChoices;
  readings: readonly Reading[];
  /** Whether the readings are of the text as it stands, not of what it was a moment ago. */
  isCurrent: boolean;
  set: (path: Path, value: unknown) => void;
  remove: (path: Path) => void;
  append: (path: Path, value: unknown) => void;
  move: (path: Path, from: number, to: number) => void;
  /** Exactly at this place; what is not filled in yet is said once somebody has been there. */
  problemsAt: (path: Path) => readonly EditorProblem[];
  touch: (path: Path) => void;
};

export const FormContext = createContext<FormWork | null>(null);

export function useForm(): FormWork {
  const work = useContext(FormContext);
  if (!work) throw new Error("A field stands outside of the form");
  return work;
}

/** Where the field of a path is found in the page. */
export const fieldId = (path: Path): string => `field-${path.join("-")}`;
