import { expect, test } from "vitest";

import type { RosterRow } from "@/lib/domain/classes/roster-file";
import { planRoster, type KnownEntry, type KnownMember } from "@/lib/domain/classes/roster-plan";

const row = (change: Partial<RosterRow> = {}): RosterRow => ({
  line: 2,
  email: "kim@example.org",
  name: "Kim",
  role: "student",
  section: null,
  studentNumber: null,
  ...change,
});

const kim: KnownMember = {
  userId: "kim",
  emails: ["kim@example.org"],
  role: "student",
  section: "A",
  studentNumber: "1",
};

const expected: KnownEntry = {
  email: "kim@example.org",
  name: "Kim",
  role: "student",
  section: "A",
  studentNumber: "1",
};

type Known = { members?: KnownMember[]; entries?: KnownEntry[]; sections?: string[] };

const stepOf = (given: RosterRow, { members = [], entries = [], sections = ["A"] }: Known) =>
  planRoster([given], { members, entries, sections }).steps[0];

test("whoever is not known is new", () => {
  expect(stepOf(row(), {})).toMatchObject({ kind: "new" });
});

test.each<[string, RosterRow, Known, object]>([
  ["a member is unchanged", row(), { members: [kim] }, { kind: "unchanged", isMember: true }],
  [
    "an expected person is unchanged",
    row(),
    { entries: [expected] },
    { kind: "unchanged", isMember: false },
  ],
  [
    "a member changes sections",
    row({ section: "B" }),
    { members: [kim] },
    { kind: "member-changes", changes: ["section: A → B"] },
  ],
  [
    "an expected person changes number and role",
    row({ studentNumber: "2", role: "assistant" }),
    { entries: [expected] },
    { kind: "entry-changes", changes: ["student number: 1 → 2", "role: student → assistant"] },
  ],
])("%s", (_fact, given, known, step) => {
  expect(stepOf(given, known)).toMatchObject(step);
});

test("a file gives no member another role, and says so", () => {
  expect(stepOf(row({ role: "instructor" }), { members: [kim] })).toMatchObject({
    kind: "unchanged",
    note: "is a student here and stays so: change roles by hand",
  });
});

test("who claimed their place with another account is a member by the roster's address", () => {
  const member = { ...kim, emails: ["private@example.com", "kim@example.org"] };
  expect(stepOf(row(), { members: [member] })).toMatchObject({ kind: "unchanged" });
});

test("sections that are not there yet are made once, however they are spelled", () => {
  const { newSections, steps } = planRoster(
    [
      row({ section: "Lab B" }),
      row({ email: "b@b.org", section: "lab b" }),
      row({ email: "c@b.org", section: "a" }),
    ],
    { members: [], entries: [], sections: ["A"] },
  );
  expect(newSections).toEqual(["Lab B"]);
  expect(steps.map(({ section }) => section)).toEqual(["Lab B", "Lab B", "A"]);
});
