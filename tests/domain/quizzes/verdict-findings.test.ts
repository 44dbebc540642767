import { expect, test } from "vitest";

import { gradeAnswer } from "@/lib/domain/questions/grade-answer";
import { verdictFindings } from "@/lib/domain/quizzes/verdict-findings";
import { aDrawn } from "@/tests/helpers/questions";

const KEY = "kubectl scale deployment web --replicas=7731";
const scale = aDrawn("kubectl", { accept: [KEY], nearMisses: [] });
const findingsOf = (text: string) => verdictFindings(gradeAnswer(scale, { kind: "kubectl", text }));

test("a wrong line is shown with what is wrong on it, and never what the key says", () => {
  const found = findingsOf("kubectl scale deployment web --replicas=3");
  expect(found?.findings.length).toBeGreaterThan(0);
  expect(found?.findings.some(({ got }) => got === "3")).toBe(true);
  expect(JSON.stringify(found)).not.toContain("7731");
});

test("what is missing from a line is not named", () => {
  const run = aDrawn("kubectl", {
    accept: ["kubectl run web --image=nginx --port=7731"],
    nearMisses: [],
  });
  const graded = gradeAnswer(run, { kind: "kubectl", text: "kubectl run web --image=nginx" });
  expect(JSON.stringify(verdictFindings(graded))).not.toMatch(/7731|port/u);
});

test("what kubectl itself would say is no secret", () => {
  expect(findingsOf("kubectl scal deployment web")?.error).toContain("unknown command");
});

test.each([
  ["a right line", gradeAnswer(scale, { kind: "kubectl", text: KEY })],
  ["another kind", gradeAnswer(aDrawn("short", { accepted: ["a"] }), { kind: "short", text: "b" })],
])("nothing is found on %s", (_what, graded) => {
  expect(verdictFindings(graded)).toBeNull();
});
