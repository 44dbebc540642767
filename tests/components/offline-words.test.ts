import { expect, test } from "vitest";

import { gradedWords, waitingWords } from "@/components/offline/offline-words";

const RIGHT = { status: "graded", outcome: "right" } as const;
const EXTRAS = { status: "graded", outcome: "right-with-extras" } as const;
const WRONG = { status: "graded", outcome: "wrong" } as const;
const REFUSED = { status: "refused", outcome: null } as const;

test.each([
  { waiting: 1, says: "1 answer is kept on this device." },
  { waiting: 5, says: "5 answers are kept on this device." },
])("of $waiting that wait it is said: $says", ({ waiting, says }) => {
  expect(waitingWords(waiting)).toBe(says);
});

test.each([
  { settled: [WRONG], says: "1 answer from before was sent and graded: 0 right." },
  {
    settled: [RIGHT, EXTRAS, WRONG],
    says: "3 answers from before were sent and graded: 2 right.",
  },
  { settled: [REFUSED], says: "1 answer was not taken." },
  {
    settled: [RIGHT, REFUSED, REFUSED],
    says: "1 answer from before was sent and graded: 1 right. 2 answers were not taken.",
  },
])("of what arrived meanwhile it is said: $says", ({ settled, says }) => {
  expect(gradedWords(settled)).toBe(says);
});
