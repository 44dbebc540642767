"use client";

import { useMemo, useRef, useState } from "react";

import type { EditorChoices, FormWork } from "@/components/author/editor/editor-context";
import { readText, valueAt, type Path } from "@/components/author/editor/source-text";
import { useCheck } from "@/components/author/editor/use-check";
import { baseOf, useDraft } from "@/components/author/editor/use-draft";
import { useSource } from "@/components/author/editor/use-source";
import type {
  EditorProblem,
  QuestionRef,
  StoredDraft,
} from "@/lib/domain/authoring/editor-contract";

export type EditedQuestion = StoredDraft &
  QuestionRef & { bankTitle: string; isRetired: boolean; choices: EditorChoices };

const NO_PROBLEMS: readonly EditorProblem[] = [];

/** A question being written: its text, its draft on the server, and what is wrong with it. */
export function useEditor(opened: EditedQuestion) {
  const { bankId, slug } = opened;
  const ref = useMemo(() => ({ bankId, slug }), [bankId, slug]);
  const source = useSource(baseOf(opened).source);
  const draft = useDraft(ref, baseOf(opened), source.text);
  const [variant, setVariant] = useState(0);
  const { checked, isCurrent, isAway } = useCheck(ref, source.text, variant);
  const read = useMemo(() => readText(source.text), [source.text]);
  const touched = useTouched(opened.version > 0);
  const problems = checked?.result.problems ?? NO_PROBLEMS;
  const byPlace = useMemo(() => placed(problems), [problems]);

  const work: Omit<FormWork, "fields"> = {
    choices: opened.choices,
    readings: checked?.result.readings ?? [],
    isCurrent,
    set: source.set,
    remove: source.remove,
    append: source.append,
    move: source.move,
    touch: touched.touch,
    problemsAt: (path) =>
      (byPlace.get(path.join()) ?? NO_PROBLEMS).filter(
        () => !isEmpty(valueAt(read.fields, path)) || touched.has(path),
      ),
  };
  return {
    ref,
    source,
    read,
    draft,
    work,
    problems,
    checked,
    isCurrent,
    isAway,
    variant,
    nextVariant: () => {
      setVariant((before) => (before + 1) % 10_000);
    },
    touchAll: touched.touchAll,
  };
}

export type Editor = ReturnType<typeof useEditor>;

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

function placed(problems: readonly EditorProblem[]): Map<string, EditorProblem[]> {
  const places = new Map<string, EditorProblem[]>();
  for (const problem of problems) {
    const key = problem.path.join();
    places.set(key, [...(places.get(key) ?? []), problem]);
  }
  return places;
}

/** Where somebody has been: a field that nobody has come to yet is not told to be filled in. */
function useTouched(startsTouched: boolean) {
  const [isAll, setAll] = useState(startsTouched);
  const [places, setPlaces] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  return {
    has: (path: Path) => isAll || places.has(path.join()),
    touch: (path: Path) => {
      const key = path.join();
      if (last.current === key) return;
      last.current = key;
      setPlaces((before) => new Set([...before, key]));
    },
    touchAll: () => {
      setAll(true);
    },
  };
}
