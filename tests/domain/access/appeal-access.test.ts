import { expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { canAddKeyEverywhere, canAppeal, canTakeBack } from "@/lib/domain/access/appeal-access";

const person = (role: Actor["role"]): Actor => ({
  id: "kim",
  role,
  isGuest: false,
  name: "Kim",
  email: null,
});

const shown = { isSubmitted: true, seesVerdicts: true, isReleased: false, isArchived: false };

test.each([
  { facts: {}, may: true },
  { facts: { isSubmitted: false }, may: false },
  { facts: { isArchived: true }, may: false },
  { facts: { seesVerdicts: false }, may: false },
  { facts: { seesVerdicts: false, isReleased: true }, may: true },
])("a mark with $facts may be contested: $may", ({ facts, may }) => {
  expect(canAppeal({ ...shown, ...facts })).toBe(may);
});

test.each([
  { role: "admin", ownerId: null, may: true },
  { role: "instructor", ownerId: null, may: false },
  { role: "instructor", ownerId: "kim", may: true },
  { role: "admin", ownerId: "lee", may: false },
] as const)("a $role changes everybody's key of a bank of $ownerId: $may", (facts) => {
  const { role, ownerId, may } = facts;
  expect(canAddKeyEverywhere(person(role), { ownerId })).toBe(may);
  // Whoever may add to it may take out of it again.
  const addition = {
    everywhere: true,
    addedById: "lee",
    classIds: [],
    instructs: new Set<string>(),
  };
  expect(canTakeBack(person(role), { ...addition, ownerId })).toBe(may);
});

test.each([
  { addedById: "kim", instructs: [], may: true },
  { addedById: "lee", instructs: ["a", "b", "c"], may: true },
  { addedById: "lee", instructs: ["a"], may: false },
])(
  "what $addedById added in two classes, whoever instructs $instructs takes back: $may",
  (facts) => {
    const { addedById, instructs, may } = facts;
    const addition = { everywhere: false, classIds: ["a", "b"], ownerId: null };
    expect(
      canTakeBack(person("instructor"), { ...addition, addedById, instructs: new Set(instructs) }),
    ).toBe(may);
  },
);
