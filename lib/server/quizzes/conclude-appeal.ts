import type { Actor } from "@/lib/domain/access/actor";
import { saveAppealAnswer, type StoredAppeal } from "@/lib/server/db/appeals";
import type { Db } from "@/lib/server/db/client";
import { getAssignment } from "@/lib/server/db/quizzes";
import { tellPeople } from "@/lib/server/services/tell-people";

type AppealAnswer = {
  actor: Actor;
  state: "accepted" | "refused";
  reply: string;
  /** It had been accepted, and is not any more. */
  takenBack?: boolean;
};

/** Within a transaction: answers an appeal and tells its student. */
export async function concludeAppeal(
  db: Db,
  { id, userId, attemptId, assignmentId }: StoredAppeal,
  { actor, state, reply, takenBack = false }: AppealAnswer,
  now: Date,
): Promise<void> {
  await saveAppealAnswer(db, id, { state, reply, answeredById: actor.id, answeredAt: now });
  const { title } = await getAssignment(db, assignmentId);
  await tellPeople(
    db,
    [userId],
    {
      kind: "appeal-answered",
      key: takenBack ? `appeal-taken-back ${id}` : `appeal-answered ${id}`,
      facts: { title, accepted: state === "accepted", takenBack },
      link: `/attempts/${attemptId}`,
    },
    now,
  );
}
