import { randomUUID } from "node:crypto";
import pg from "pg";

import { QuizContentSchema } from "@/lib/domain/quizzes/quiz-content";

type Planted = { classId: string; assignmentId: string };

type Rules = {
  timeLimitSeconds?: number | null;
  accessCodeHash?: string | null;
  onePerPage?: boolean;
  feedback?: object;
};

const MINUTE_MS = 60_000;

/** A class with this student, and a quiz of these questions that is open for an hour. */
export async function plantQuiz(
  studentId: string,
  questionIds: readonly string[],
  rules: Rules = {},
): Promise<Planted> {
  const client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
  const [classId, quizId, assignmentId] = [randomUUID(), randomUUID(), randomUUID()];
  const now = Date.now();
  const content = QuizContentSchema.parse({
    instructions: "Read **every** question.",
    sections: [
      {
        items: questionIds.map((questionId) => ({ type: "question", questionId, points: 1 })),
      },
    ],
  });
  try {
    await client.query("begin");
    await client.query(
      `insert into "Class" (id, name, "timeZone", "createdAt") values ($1, 'Journey class', 'UTC', now())`,
      [classId],
    );
    await client.query(
      `insert into "Member" ("userId", "classId", role, "joinedAt") values ($1, $2, 'student', now())`,
      [studentId, classId],
    );
    await client.query(
      `insert into "Quiz" (id, "ownerId", title, "createdAt", "updatedAt") values ($1, $2, 'Journey quiz', now(), now())`,
      [quizId, studentId],
    );
    await client.query(
      `insert into "QuizVersion" ("quizId", version, content, "createdAt") values ($1, 1, $2, now())`,
      [quizId, content],
    );
    await client.query(
      `insert into "Assignment" (id, "classId", kind, title, "quizId", "opensAt", "dueAt", "timeLimitSeconds",
              "attemptsAllowed", "accessCodeHash", "onePerPage", feedback, "sectionIds", "createdById", "createdAt", "publishedAt")
       values ($1, $2, 'quiz', 'Journey quiz', $3, $4, $5, $6, 1, $7, $8, $9, '{}', $10, now(), now())`,
      [
        assignmentId,
        classId,
        quizId,
        new Date(now - MINUTE_MS),
        new Date(now + 60 * MINUTE_MS),
        rules.timeLimitSeconds ?? null,
        rules.accessCodeHash ?? null,
        rules.onePerPage ?? true,
        rules.feedback ?? { score: "at-submit", verdicts: "at-submit" },
        studentId,
      ],
    );
    await client.query(`insert into "AssignmentQuestion" select $1, unnest($2::text[])`, [
      assignmentId,
      questionIds,
    ]);
    await client.query("commit");
  } finally {
    await client.end();
  }
  return { classId, assignmentId };
}
