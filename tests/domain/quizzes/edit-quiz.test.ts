import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  addItems,
  addSection,
  changeSection,
  moveItem,
  placeItem,
  removeSection,
} from "@/lib/domain/quizzes/edit-quiz";
import {
  QuizContentSchema,
  type QuizContent,
  type QuizItem,
} from "@/lib/domain/quizzes/quiz-content";

const item = (questionId: string): QuizItem => ({ type: "question", questionId, points: 1 });

/** A quiz as its sections' letters: "abc d" is a section of three and one of one. */
const quiz = (text: string): QuizContent =>
  QuizContentSchema.parse({
    sections: text.split(" ").map((ids) => ({ items: Array.from(ids, (id) => item(`b/${id}`)) })),
  });

const lettersOf = ({ sections }: QuizContent): string =>
  sections
    .map(({ items }) =>
      items.map((each) => (each.type === "question" ? each.questionId.slice(2) : "?")).join(""),
    )
    .join(" ");

describe("an item that is moved", () => {
  test.each([
    { from: "abc d", at: [0, 0], by: 1, to: "bac d", then: [0, 1] },
    { from: "abc d", at: [0, 2], by: -1, to: "acb d", then: [0, 1] },
    { from: "abc d", at: [0, 2], by: 1, to: "ab cd", then: [1, 0] },
    { from: "abc d", at: [1, 0], by: -1, to: "abcd ", then: [0, 3] },
    { from: "abc d", at: [0, 0], by: -1, to: "abc d", then: [0, 0] },
    { from: "abc d", at: [1, 0], by: 1, to: "abc d", then: [1, 0] },
    { from: "abc d", at: [0, 9], by: -1, to: "abc d", then: [0, 9] },
  ] as const)("by $by from $at of “$from” gives “$to”", ({ from, at, by, to, then }) => {
    const [content, place] = moveItem(quiz(from), { section: at[0], item: at[1] }, by);
    expect(lettersOf(content)).toBe(to);
    expect(place).toEqual({ section: then[0], item: then[1] });
  });

  test("and back is where it was, as long as it stays within its section", () => {
    const places = fc.integer({ min: 1, max: 3 });
    fc.assert(
      fc.property(places, (at) => {
        const before = quiz("abcde fg");
        const [moved, place] = moveItem(before, { section: 0, item: at }, -1);
        expect(moveItem(moved, place, 1)[0]).toEqual(before);
      }),
    );
  });

  test("is never lost nor doubled, wherever it is put", () => {
    const place = fc.record({
      section: fc.integer({ min: 0, max: 2 }),
      item: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(place, place, (from, to) => {
        const [content] = placeItem(quiz("abc de"), from, to);
        const letters = lettersOf(content).replace(" ", "");
        expect(Array.from(letters).sort().join("")).toBe("abcde");
      }),
    );
  });
});

describe("a section", () => {
  test("is added empty at the end", () => {
    expect(lettersOf(addSection(quiz("ab")))).toBe("ab ");
  });

  test("is removed with what is in it", () => {
    expect(lettersOf(removeSection(quiz("ab c d"), 1))).toBe("ab d");
  });

  test("stays when it is the last one", () => {
    expect(lettersOf(removeSection(quiz("ab"), 0))).toBe("ab");
  });

  test("is changed alone", () => {
    const content = changeSection(quiz("ab c"), 1, { title: "Services", shuffle: true });
    expect(content.sections.map(({ title, shuffle }) => [title, shuffle])).toEqual([
      ["", false],
      ["Services", true],
    ]);
  });
});

test("items are added at the end of their section, and nowhere when there is none", () => {
  const before = quiz("ab c");
  expect(lettersOf(addItems(before, 0, [item("b/x"), item("b/y")]))).toBe("abxy c");
  expect(addItems(before, 7, [item("b/x")])).toEqual(before);
  expect(lettersOf(before)).toBe("ab c");
});
