import { expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { canAuthor, canEditBank } from "@/lib/domain/access/bank-access";
import { canHandleReportsOn } from "@/lib/domain/access/report-access";

const person = (role: Actor["role"], isGuest = false): Actor => ({
  id: "kim",
  role,
  isGuest,
  name: "Kim",
  email: null,
});

test.each([
  { role: "learner", isGuest: false, may: false },
  { role: "instructor", isGuest: false, may: true },
  { role: "instructor", isGuest: true, may: false },
  { role: "admin", isGuest: false, may: true },
] as const)("a $role (guest: $isGuest) may author: $may", ({ role, isGuest, may }) => {
  const actor = person(role, isGuest);
  expect(canAuthor(actor)).toBe(may);
  expect(canEditBank(actor, { ownerId: "kim" })).toBe(may);
});

test.each([
  { ownerId: "kim", edits: true, reads: true },
  { ownerId: "lee", edits: false, reads: false },
  { ownerId: null, edits: false, reads: true },
])("of a bank of $ownerId one edits: $edits, and handles reports: $reads", (bank) => {
  const admin = person("admin");
  expect(canEditBank(admin, bank)).toBe(bank.edits);
  expect(canHandleReportsOn(admin, bank)).toBe(bank.reads);
});
