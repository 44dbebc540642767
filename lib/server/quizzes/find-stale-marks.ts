import { pointsByQuestion } from "@/lib/domain/quizzes/points-by-question";
import { QuizContentSchema } from "@/lib/domain/quizzes/quiz-content";
import { database } from "@/lib/server/db/client";
import { listRulings } from "@/lib/server/db/question-rulings";
import { findQuizOfAssignment } from "@/lib/server/db/regrades";
import { listGivenPoints, listNewerKeys, wasQuizChanged } from "@/lib/server/db/stale-marks";
import { poolQuestions } from "@/lib/server/quizzes/pool-questions";

/** Questions whose key has changed since marks were given by it, and since somebody graded anew. */
export const findStaleKeys = async (assignmentId: string): Promise<ReadonlySet<string>> =>
  new Set(await listNewerKeys(database(), assignmentId));

/** Questions that today's quiz gives other points for than marks are out of; ruled ones are meant so. */
export async function findStalePoints(assignmentId: string): Promise<ReadonlySet<string>> {
  const db = database();
  if (!(await wasQuizChanged(db, assignmentId))) return new Set();
  const given = await listGivenPoints(db, assignmentId);
  const { quizContent, ownerId } = await findQuizOfAssignment(db, assignmentId);
  const content = QuizContentSchema.parse(quizContent);
  const today = pointsByQuestion(content, await poolQuestions(ownerId));
  const rulings = await listRulings(db, assignmentId);
  return new Set(
    given
      .filter(({ section, questionId, points }) => {
        const now = today(section, questionId);
        return now !== null && now !== points && !rulings.has(questionId);
      })
      .map(({ questionId }) => questionId),
  );
}
