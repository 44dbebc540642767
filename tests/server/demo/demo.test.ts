import { beforeAll, describe, expect, test } from "vitest";

import { replay } from "@/lib/domain/scheduling/replay";
import { forgetCatalogue } from "@/lib/server/content/catalogue";
import { importContent } from "@/lib/server/content/import-content";
import { toCard } from "@/lib/server/db/cards";
import { database, databasePool } from "@/lib/server/db/client";
import { getReviewLogs } from "@/lib/server/db/review-log";
import { countPeople, removeDemo } from "@/scripts/demo/demo-people-there";
import { fillDemo, type Demo } from "@/scripts/demo/fill-demo";
import { aGuest, aPerson } from "@/tests/helpers/people";

const NOW = new Date("2026-11-20T15:00:00Z");
const MINUTES = 60_000;

let demo: Demo;
beforeAll(async () => {
  await importContent("content/questions", NOW);
  forgetCatalogue();
  demo = await fillDemo({
    now: NOW,
    seed: "tests",
    password: "a demo password",
    say: () => undefined,
  });
}, 6 * MINUTES);

const habit = (name: string) => demo.students.find((student) => student.habit === name);

test(
  "every stored card is what replaying its learner's log gives",
  async () => {
    for (const { id } of demo.students) {
      const stored = await database().card.findMany({ where: { userId: id } });
      const logs = await getReviewLogs(
        database(),
        id,
        stored.map(({ questionId }) => questionId),
      );
      const replayed = new Map(logs.map((log) => [log.questionId, replay(log)]));
      for (const row of stored) {
        expect(toCard(row)).toMatchObject(replayed.get(row.questionId) ?? {});
      }
      expect([...replayed.values()].every((card) => card !== null)).toBe(true);
    }
  },
  3 * MINUTES,
);

test("nothing was answered after now, nor before the demo's days", async () => {
  const { rows } = await databasePool().query<{ first: Date; last: Date }>(
    `select min("reviewedAt") as first, max("reviewedAt") as last from "Review"`,
  );
  expect(rows[0]?.last.getTime()).toBeLessThan(NOW.getTime());
  expect(rows[0]?.first.getTime()).toBeGreaterThan(NOW.getTime() - 62 * 86_400_000);
});

test("one never studies, one only in the last days, one has a leech", () => {
  expect(habit("absent")?.reviews).toEqual([]);
  const days = habit("crammer")?.reviews.map(({ reviewedAt }) => reviewedAt.getTime()) ?? [];
  expect(Math.min(...days)).toBeGreaterThan(NOW.getTime() - 7 * 86_400_000);
  const lapses = [...(habit("stubborn")?.cards.values() ?? [])].map((card) => card.lapses);
  expect(Math.max(...lapses)).toBeGreaterThanOrEqual(4);
});

describe("the quizzes", () => {
  const attempts = (assignmentId: string | undefined, state: string): Promise<number> =>
    database().attempt.count({ where: { assignmentId: assignmentId ?? "", state } });

  test("are in three states", async () => {
    const [over, open, upcoming] = demo.quizzes;
    expect(await attempts(over, "submitted")).toBe(29);
    expect(await attempts(open, "submitted")).toBeGreaterThan(8);
    expect(await attempts(open, "open")).toBe(3);
    expect(await attempts(upcoming, "submitted")).toBe(0);
  });

  test("have every answer of the first marked, and one contested", async () => {
    const assignmentId = demo.quizzes[0] ?? "";
    const unmarked = { score: null, attempt: { assignmentId } };
    expect(await database().itemGrade.count({ where: unmarked })).toBe(0);
    expect(await database().appeal.count({ where: { assignmentId, state: "open" } })).toBe(1);
  });

  test("tell those who know much from those who do not", async () => {
    const grades = await database().assignmentGrade.findMany({
      where: { assignmentId: demo.quizzes[0] ?? "" },
    });
    const shares = grades.map(({ points, maxPoints }) => (points ?? 0) / maxPoints);
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    expect(mean).toBeGreaterThan(0.4);
    expect(mean).toBeLessThan(0.9);
    expect(Math.max(...shares) - Math.min(...shares)).toBeGreaterThan(0.3);
  });

  test("have made what was missed a part of study", async () => {
    expect(await database().review.count({ where: { purpose: "quiz" } })).toBeGreaterThan(20);
  });
});

test("study work that is over is credited, with a cause in the audit", async () => {
  const { rows } = await databasePool().query<{ causes: number }>(
    `select count(*)::int as causes from "GradeAudit" where cause = 'homework'`,
  );
  expect(rows[0]?.causes).toBe(30);
});

test(
  "others are counted, guests too, and stay when a demo is taken away",
  async () => {
    await aPerson();
    await aGuest();
    expect(await countPeople()).toEqual({ demo: 32, others: 2 });
    await removeDemo();
    expect(await countPeople()).toEqual({ demo: 0, others: 2 });
    expect(await database().class.count()).toBe(0);
  },
  2 * MINUTES,
);
