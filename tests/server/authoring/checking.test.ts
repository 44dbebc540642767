import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { database } from "@/lib/server/db/client";
import { checkSource, tryAnswer } from "@/lib/server/services/check-source";
import { createBank } from "@/lib/server/services/create-bank";
import { aPerson } from "@/tests/helpers/people";
import { sourceOf } from "@/tests/helpers/private-banks";
import { loadQuestions, aShortQuestion } from "@/tests/helpers/study-content";

beforeAll(() => loadQuestions([aShortQuestion("pods/phase")]));

let author: Actor;
let bankId: string;
let ref: { bankId: string; slug: string };

beforeEach(async () => {
  author = await aPerson({ role: "instructor" });
  bankId = (await createBank(author, { title: "Exam Drills", description: "" })).id;
  ref = { bankId, slug: "first" };
});

describe("checking while one types", () => {
  const check = (source: string) => checkSource(author, { ...ref, source, variant: 0 });

  test("finds nothing wrong with a sound question and shows it as it is asked", async () => {
    const { problems, preview } = await check(sourceOf("One?"));
    expect([problems, preview?.prompt]).toEqual([[], "One?"]);
  });

  test("says what is missing at its field and line, and shows what there is", async () => {
    const { problems, preview } = await check(sourceOf("One?").replace("It waits.", '""'));
    expect(problems).toEqual([
      { path: ["explanation"], line: 7, message: "Fill this in.", severity: "error" },
    ]);
    expect(preview?.prompt).toBe("One?");
  });

  test("of YAML that cannot be read says where", async () => {
    const { problems, preview } = await check("id: [first\nkind: short\n");
    expect(problems[0]).toMatchObject({ severity: "error", path: [] });
    expect(preview).toBeNull();
  });

  test("refuses another id: answers are kept under it", async () => {
    const { problems } = await check(sourceOf("One?").replace("id: first", "id: other"));
    expect(problems).toMatchObject([{ path: ["id"], severity: "error" }]);
  });

  test("knows the competencies of the exams", async () => {
    const { problems } = await check(sourceOf("One?").replace("clusters", "nothing"));
    expect(problems).toMatchObject([{ path: ["competencies", 0], severity: "error" }]);
  });

  test("reads the answers and near misses of a kubectl task as its grader does", async () => {
    const source = sourceOf("Scale web to 3.")
      .replace("kind: short", "kind: kubectl")
      .replace(
        /accepted:\n.*\n/,
        `accept: [kubectl scale deployment web --replicas=3]
nearMisses:
  - answer: kubectl scale deployment web --replicas=2
    finding: wrong-number
`,
      );
    const { readings } = await check(source);
    expect(readings.map(({ path, verdict }) => [path.join(), verdict])).toEqual([
      ["accept,0", "right"],
      ["nearMisses,0", "wrong"],
    ]);
    expect(readings[0]?.effects.join()).toContain("web");
  });

  test("an answer is graded as a learner's is, and nothing of it is kept", async () => {
    const ask = { ...ref, source: sourceOf("One?"), variant: 0 };
    const right = await tryAnswer(author, { ...ask, answer: { kind: "short", text: "pending" } });
    const wrong = await tryAnswer(author, { ...ask, answer: { kind: "short", text: "Running" } });
    expect([right.graded.outcome, wrong.graded.outcome]).toEqual(["right", "wrong"]);
    expect(await database().review.count({ where: { userId: author.id } })).toBe(0);
  });
});
