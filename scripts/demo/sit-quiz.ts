import type { QuestionContent } from "@/lib/domain/questions/content";
import { drawQuestion, type DrawnQuestion } from "@/lib/domain/questions/draw-question";
import { modelAnswer, type Answer } from "@/lib/domain/questions/grade-answer";
import { seededRandom, type Random } from "@/lib/domain/questions/seeded-random";
import type { Actor } from "@/lib/domain/access/actor";
import { findVersion } from "@/lib/server/content/catalogue";
import { database } from "@/lib/server/db/client";
import { saveAttemptAnswer } from "@/lib/server/services/save-attempt-answer";
import { startAttempt } from "@/lib/server/services/start-attempt";
import { submitAttempt } from "@/lib/server/services/submit-attempt";
import { demoId, type DemoStudent } from "@/scripts/demo/demo-study";
import { WRONG_TURNS, wrongAnswer } from "@/scripts/demo/simulated-answers";
import { idOf } from "@/scripts/demo/write-history";

type Sitting = {
  seed: string;
  assignmentId: string;
  /** Names the quiz for the seed. */
  quiz: string;
  startsAt: Date;
  /** How many questions are answered before it is left open; null: all, and handed in. */
  answersUntilLeft: number | null;
};

const DEVICE = { address: "192.0.2.10", agent: "demo", session: null };
const ONE = 1_000_000;
const SLIP = 0.04;
const LUCK = { easy: 0.12, medium: 0, hard: -0.14 } as const;

export const actorOf = ({
  id,
  name,
  email,
}: Pick<DemoStudent, "id" | "name" | "email">): Actor => ({
  id,
  name,
  email,
  role: "learner",
  isGuest: false,
});

/** One student's attempt, through the services that every attempt goes through. Returns its id. */
export async function sitQuiz(student: DemoStudent, sitting: Sitting): Promise<string> {
  const { seed, assignmentId, quiz, startsAt, answersUntilLeft } = sitting;
  const random = seededRandom(`${seed} ${quiz} ${student.email}`, "attempt");
  const id = idOf(demoId(seed, `${quiz} ${student.email}`), startsAt.getTime());
  const actor = actorOf(student);
  await startAttempt(actor, { id, assignmentId, accessCode: "" }, startsAt, DEVICE);
  const asked = await database().attemptAnswer.findMany({
    where: { userId: student.id, attemptId: id },
    orderBy: { position: "asc" },
  });
  const recall = student.recallThen(startsAt);
  let at = startsAt.getTime();
  for (const { position, questionId, questionVersion, seed: drawnBy } of asked) {
    if (answersUntilLeft !== null && position >= answersUntilLeft) return id;
    const content = await findVersion(questionId, questionVersion);
    if (!content) continue;
    const spentMs = 15_000 + random.below(75_000);
    at += spentMs;
    const known = recall.get(questionId) ?? student.priorKnowledge;
    const chance = known + LUCK[content.difficulty];
    const answer = answerOf(content, drawQuestion(content, drawnBy), { chance, random });
    if (answer === null) continue;
    await saveAttemptAnswer(
      { userId: student.id, sessionVersion: 0 },
      { id, position, revision: 0, answer, flagged: random.below(14) === 0, spentMs },
      new Date(at),
      DEVICE,
    );
  }
  if (answersUntilLeft === null) {
    await submitAttempt(actor, { id }, new Date(at + 20_000), DEVICE);
  }
  return id;
}

/** Null where the field stays empty. */
function answerOf(
  content: QuestionContent,
  drawn: DrawnQuestion,
  { chance, random }: { chance: number; random: Random },
): Answer | null {
  const throwOf = () => random.below(ONE) / ONE;
  if (drawn.kind === "open") return inOwnWords(drawn.body.modelAnswer, chance, throwOf);
  const isRight = throwOf() < Math.min(1 - SLIP, chance + guess(drawn));
  if (isRight) return modelAnswer(drawn);
  if (throwOf() < 0.06) return null;
  // Most make the first mistake, some the second, few the third.
  const turn = Math.min(WRONG_TURNS - 1, Math.floor(throwOf() ** 2 * WRONG_TURNS));
  const answer = wrongAnswer(drawn, turn, content);
  return "gaveUp" in answer ? null : answer;
}

function guess(drawn: DrawnQuestion): number {
  if (drawn.kind === "single") return 0.5 / drawn.body.options.length;
  return drawn.kind === "true-false" ? 0.1 : 0;
}

/** As many of the model answer's sentences as somebody remembers. */
function inOwnWords(model: string, chance: number, throwOf: () => number): Answer | null {
  const sentences = model.split(/(?<=[.;])\s+/u);
  const kept = sentences.filter(() => throwOf() < chance + 0.15);
  return kept.length === 0 ? null : { kind: "open", text: kept.join(" ") };
}
