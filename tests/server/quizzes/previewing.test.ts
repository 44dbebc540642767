import { beforeAll, describe, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { NewAssignmentSchema } from "@/lib/domain/quizzes/assignment-input";
import { QuizContentSchema } from "@/lib/domain/quizzes/quiz-content";
import { database } from "@/lib/server/db/client";
import { assignQuiz } from "@/lib/server/services/assign-quiz";
import {
  archiveQuiz,
  createEmptyQuiz,
  duplicateQuiz,
  listOwnQuizzes,
  saveQuiz,
  viewQuiz,
} from "@/lib/server/services/build-quiz";
import { judgePreview, previewQuiz, printQuiz } from "@/lib/server/services/preview-quiz";
import { aClass, quizOf } from "@/tests/helpers/classes";
import { aPerson, START } from "@/tests/helpers/people";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const IDS = Array.from({ length: 8 }, (_, number) => `pods/q${number}`);

let instructor: Actor;

beforeAll(async () => {
  await loadQuestions(IDS.map((id) => aShortQuestion(id)));
  instructor = await aPerson({ role: "instructor" });
});

async function aQuiz(content: { sections: unknown[] }): Promise<string> {
  const { id: quizId } = await createEmptyQuiz(instructor, { title: "Pods" }, START);
  const next = { quizId, version: 1, title: "Pods", content: QuizContentSchema.parse(content) };
  await saveQuiz(instructor, next, START);
  return quizId;
}

const POOL = {
  sections: [
    {
      items: [{ type: "pool", pick: 4, points: 2, from: { by: "list", questionIds: IDS } }],
      shuffle: true,
    },
  ],
};

describe("a preview", () => {
  test("asks what a student would be asked, without a key, and keeps nothing", async () => {
    const attempts = await database().attempt.count();
    const { view } = await previewQuiz(
      instructor,
      await aQuiz(quizOf("pods/q1", "pods/q0")),
      START,
    );
    expect(view.questions.map(({ question }) => question.id)).toEqual(["pods/q1", "pods/q0"]);
    expect(JSON.stringify(view)).not.toMatch(/Pending|accepted|Explanation|seed/u);
    expect(await database().attempt.count()).toBe(attempts);
  });

  test("is judged as it was shown, also when the quiz was changed meanwhile", async () => {
    const quizId = await aQuiz(POOL);
    const { view, version } = await previewQuiz(instructor, quizId, START);
    const shown = view.questions.map(({ position }) => position);
    const content = QuizContentSchema.parse(quizOf("pods/q0"));
    await saveQuiz(instructor, { quizId, version, title: "Pods", content }, START);
    const answers = { [String(shown[0])]: { kind: "short" as const, text: "pending" } };
    const judged = await judgePreview(instructor, { quizId, version, answers });
    expect(judged.questions.map(({ position, given }) => [position, given])).toEqual(
      shown.map((position, index) => [position, index === 0 ? 2 : 0]),
    );
  });

  test("is not there for another instructor", async () => {
    const quizId = await aQuiz(POOL);
    const other = await aPerson({ role: "instructor" });
    const missing = { code: "not-found" };
    await expect(previewQuiz(other, quizId, START)).rejects.toMatchObject(missing);
    await expect(printQuiz(other, quizId, "A")).rejects.toMatchObject(missing);
    const judged = judgePreview(other, { quizId, version: 2, answers: {} });
    await expect(judged).rejects.toMatchObject(missing);
  });
});

describe("a printed version", () => {
  const idsOf = async (quizId: string, label: string) =>
    (await printQuiz(instructor, quizId, label)).questions.map(({ question }) => question.id);

  test("is the same paper for the same letter, and another for another", async () => {
    const quizId = await aQuiz(POOL);
    const first = await idsOf(quizId, "A");
    expect(await idsOf(quizId, "A")).toEqual(first);
    const papers = await Promise.all(["A", "B", "C", "D"].map((label) => idsOf(quizId, label)));
    expect(new Set(papers.map((ids) => ids.join())).size).toBeGreaterThan(1);
  });

  test("comes with the key of each question", async () => {
    const { questions } = await printQuiz(instructor, await aQuiz(quizOf("pods/q0")), "A");
    expect(JSON.stringify(questions[0]?.reveal)).toContain("Pending");
  });
});

describe("an archived quiz", () => {
  test("is listed as such, comes back, and is not assigned", async () => {
    const { id: classId, instructor: owner } = await aClass();
    const { id: quizId } = await createEmptyQuiz(owner, { title: "Old" }, START);
    await archiveQuiz(owner, { quizId, archived: true }, START);
    const listed = async () => (await listOwnQuizzes(owner)).find(({ id }) => id === quizId);
    expect((await listed())?.isArchived).toBe(true);
    const draft = NewAssignmentSchema.parse({
      classId,
      quizId,
      title: "Old",
      opensAt: "2026-11-02T09:00",
      dueAt: "2026-11-02T12:00",
      closesAt: "",
      timeLimitMinutes: "",
      attemptsAllowed: "1",
      counts: "best",
      latePercentPerDay: "0",
      lateMostPercent: "100",
      showScore: "on-release",
      showAnswers: "at-submit",
      showVerdicts: "on-release",
      showSolutions: "on-release",
    });
    await expect(assignQuiz(owner, draft, START)).rejects.toMatchObject({ code: "not-found" });
    await archiveQuiz(owner, { quizId, archived: false }, START);
    expect((await listed())?.isArchived).toBe(false);
    await expect(assignQuiz(owner, draft, START)).resolves.toHaveProperty("id");
  });

  test("is archived by its owner only", async () => {
    const quizId = await aQuiz(POOL);
    const other = await aPerson({ role: "instructor" });
    const archived = archiveQuiz(other, { quizId, archived: true }, START);
    await expect(archived).rejects.toMatchObject({ code: "not-found" });
  });
});

test("a duplicate has the questions of the quiz and changes without it", async () => {
  const quizId = await aQuiz(quizOf("pods/q0"));
  const { id } = await duplicateQuiz(instructor, { quizId }, START);
  const copy = await viewQuiz(instructor, id);
  expect(copy.content).toEqual((await viewQuiz(instructor, quizId)).content);
  const content = QuizContentSchema.parse(quizOf("pods/q1"));
  await saveQuiz(instructor, { quizId: id, version: copy.version, title: "Copy", content }, START);
  expect((await viewQuiz(instructor, quizId)).title).toBe("Pods");
});
