import { describe, expect, test } from "vitest";

import type { Actor, Role } from "@/lib/domain/access/actor";
import {
  canAttempt,
  canCreateClass,
  canJoinClass,
  canMark,
  canRunClass,
  canSeeClass,
  canSeeStudents,
  type ClassPlace,
} from "@/lib/domain/access/class-access";

const actor = (role: Role, isGuest = false): Actor => ({
  id: "01900000-0000-7000-8000-000000000001",
  role,
  isGuest,
  name: "Kim",
  email: isGuest ? null : "kim@example.org",
});

describe("what a place in a class allows", () => {
  test.each<[string, Actor, ClassPlace, string]>([
    ["a student", actor("learner"), { role: "student" }, "see, attempt"],
    ["an assistant", actor("learner"), { role: "assistant" }, "see, students, mark"],
    ["an instructor", actor("instructor"), { role: "instructor" }, "see, students, mark, run"],
    ["an instructor of other classes", actor("instructor"), null, ""],
    [
      "an instructor who is a student here",
      actor("instructor"),
      { role: "student" },
      "see, attempt",
    ],
    ["an admin", actor("admin"), null, "see, students"],
    ["a stranger", actor("learner"), null, ""],
  ])("%s", (_who, person, place, allowed) => {
    const may = {
      see: canSeeClass(person, place),
      students: canSeeStudents(person, place),
      attempt: canAttempt(person, place),
      mark: canMark(person, place),
      run: canRunClass(person, place),
    };
    expect(
      Object.keys(may)
        .filter((key) => may[key as keyof typeof may])
        .sort(),
    ).toEqual(allowed.split(", ").filter(Boolean).sort());
  });
});

describe("classes are", () => {
  test.each<[Role, boolean]>([
    ["learner", false],
    ["instructor", true],
    ["admin", true],
  ])("created by a person of role %s: %s", (role, may) => {
    expect(canCreateClass(actor(role))).toBe(may);
  });

  test("neither created nor joined by guests", () => {
    const guest = actor("instructor", true);
    expect([canCreateClass(guest), canJoinClass(guest)]).toEqual([false, false]);
  });
});
