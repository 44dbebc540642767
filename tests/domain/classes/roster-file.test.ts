import { expect, test } from "vitest";

import { readRosterFile } from "@/lib/domain/classes/roster-file";

const file = (...lines: string[]) =>
  lines.map((text, index) => ({ line: index + 1, cells: text.split(",") }));

const problemsOf = (...lines: string[]) => readRosterFile(file(...lines)).problems;

test("columns are read in any order", () => {
  const { rows, problems } = readRosterFile(
    file("Section,Student Number,Role,Name,Email", "Lab A,4711,assistant,Kim,Kim@Example.org"),
  );
  expect(problems).toEqual([]);
  expect(rows).toEqual([
    {
      line: 2,
      email: "kim@example.org",
      name: "Kim",
      role: "assistant",
      section: "Lab A",
      studentNumber: "4711",
    },
  ]);
});

test.each([
  ["E-mail", "email"],
  ["Email address", "email"],
  ["SIS Login ID", "email"],
])("a column called %s has the addresses", (name) => {
  expect(readRosterFile(file(name, "kim@example.org")).rows).toMatchObject([
    { email: "kim@example.org" },
  ]);
});

test("first and last name make the name", () => {
  const { rows } = readRosterFile(file("first name,surname,email", "Ada,Kim,kim@example.org"));
  expect(rows[0]?.name).toBe("Ada Kim");
});

test("without a role somebody is a student", () => {
  expect(readRosterFile(file("email", "kim@example.org")).rows[0]?.role).toBe("student");
});

test.each([
  [["name", "Kim"], 1, "No column is called email. The first line has: name."],
  [["email,E-Mail", "a@b.org,a@b.org"], 1, "Two columns mean the same: email and E-Mail."],
  [["email", "kim"], 2, '"kim" is no email address.'],
  [["email,name", ",Kim"], 2, "There is no email address."],
  [["email,role", "a@b.org,king"], 2, '"king" is no role: use student, assistant, instructor.'],
  [["email", "a@b.org", "A@B.org"], 3, "a@b.org is on line 2 already."],
  [
    ["email,section", `a@b.org,${"x".repeat(61)}`],
    2,
    "The section's name has more than 60 characters.",
  ],
  [
    ["email,name", "a@b.org,J\u{FFFD}rg"],
    2,
    "Some characters cannot be read: save the file as CSV UTF-8.",
  ],
])("%j has a problem on line %i", (lines, line, message) => {
  expect(problemsOf(...lines)).toEqual([{ line, message }]);
});

test("every problem of a file is told at once, and the other rows are read", () => {
  const { rows, problems } = readRosterFile(
    file("email,role", "kim,king", "a@b.org,student", "b,student"),
  );
  expect(problems.map(({ line }) => line)).toEqual([2, 2, 4]);
  expect(rows.map(({ email }) => email)).toEqual(["a@b.org"]);
});

test("a file of more than 2,000 people is refused whole", () => {
  const people = Array.from({ length: 2_001 }, (_, index) => `p${index}@b.org`);
  const { rows, problems } = readRosterFile(file("email", ...people));
  expect(rows).toEqual([]);
  expect(problems).toHaveLength(1);
});

test("an empty file says so", () => {
  expect(readRosterFile([]).problems).toEqual([{ line: 1, message: "The file is empty." }]);
});
