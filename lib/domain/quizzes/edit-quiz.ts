/** Changes of a quiz that is being built: each gives a new content and leaves the old one. */
import type { QuizContent, QuizItem } from "@/lib/domain/quizzes/quiz-content";

type Section = QuizContent["sections"][number];
/** 0-based. */
export type Place = { section: number; item: number };

export const changeSection = (
  content: QuizContent,
  at: number,
  change: Partial<Section>,
): QuizContent => ({
  ...content,
  sections: content.sections.map((section, index) =>
    index === at ? { ...section, ...change } : section,
  ),
});

export const addSection = (content: QuizContent): QuizContent => ({
  ...content,
  sections: [...content.sections, { title: "", shuffle: false, items: [] }],
});

/** A quiz keeps its last section. */
export const removeSection = (content: QuizContent, at: number): QuizContent =>
  content.sections.length === 1
    ? content
    : { ...content, sections: content.sections.filter((_, index) => index !== at) };

const withItems = (
  content: QuizContent,
  section: number,
  change: (items: QuizItem[]) => QuizItem[],
): QuizContent => {
  const found = content.sections[section];
  return found ? changeSection(content, section, { items: change(found.items) }) : content;
};

export const addItems = (
  content: QuizContent,
  section: number,
  items: readonly QuizItem[],
): QuizContent => withItems(content, section, (known) => [...known, ...items]);

const removeItem = (content: QuizContent, { section, item }: Place): QuizContent =>
  withItems(content, section, (items) => items.filter((_, index) => index !== item));

/**
 * One place up or down; past the end of a section into the next one. At the very start or
 * end it stays.
 */
export function moveItem(content: QuizContent, from: Place, by: -1 | 1): [QuizContent, Place] {
  const target = from.item + by;
  const length = content.sections[from.section]?.items.length ?? 0;
  if (target >= 0 && target < length) return placeItem(content, from, { ...from, item: target });
  const section = from.section + by;
  const next = content.sections[section];
  if (!next) return [content, from];
  return placeItem(content, from, { section, item: by === 1 ? 0 : next.items.length });
}

/** Takes an item from one place and puts it where it then stands at another. */
export function placeItem(content: QuizContent, from: Place, to: Place): [QuizContent, Place] {
  const moved = content.sections[from.section]?.items[from.item];
  if (!moved || !content.sections[to.section]) return [content, from];
  const without = removeItem(content, from);
  const put = withItems(without, to.section, (items) => items.toSpliced(to.item, 0, moved));
  return [put, to];
}
