import { useState } from "react";

import type { useQuizDraft } from "@/components/quizzes/builder/use-quiz-draft";
import { useAnnounce } from "@/components/ui/announcer";
import { focusSoon } from "@/components/ui/focus-soon";
import { addItems, moveItem, placeItem, type Place } from "@/lib/domain/quizzes/edit-quiz";
import type { QuizItem } from "@/lib/domain/quizzes/quiz-content";
import type { PickedQuestion } from "@/lib/domain/quizzes/quiz-input";

/** Adds and moves the items of a draft, and knows what its questions are, by id. */
export function useQuizItems(
  { draft, change }: ReturnType<typeof useQuizDraft>,
  names: Readonly<Record<string, PickedQuestion>>,
) {
  const announce = useAnnounce();
  const [known, setKnown] = useState(names);
  const { content } = draft;

  const move = (from: Place, by: -1 | 1): void => {
    const [next, to] = moveItem(content, from, by);
    if (next === content) return;
    change(next);
    announce(`Moved to section ${to.section + 1}, place ${to.item + 1}.`);
    focusSoon(`move-${by === 1 ? "down" : "up"}-${to.section}-${to.item}`);
  };
  const drop = (from: Place, to: Place): void => {
    change(placeItem(content, from, to)[0]);
  };
  const add = (section: number, items: QuizItem[], found: readonly PickedQuestion[] = []): void => {
    setKnown({ ...known, ...Object.fromEntries(found.map((one) => [one.id, one])) });
    change(addItems(content, section, items));
  };

  return { known, move, drop, add };
}
