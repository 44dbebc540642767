/** Of actions that give, contest and change marks. */
import type { AccessWorld } from "@/tests/access/access-roles";
import {
  anAssignment,
  classInstructors,
  every,
  ofInstructors,
  signedIn,
  type ActionAccess,
} from "@/tests/access/action-outcomes";

const LONG_AGO = "2026-01-01T00:00:00.000Z";
const aWork = (world: AccessWorld) => ({ ...anAssignment(world), userId: world.targetId });
const anAnswer = (world: AccessWorld) => ({
  ...aWork(world),
  attemptId: world.attemptId,
  position: "0",
});
const anAppeal = ({ classId, targetId }: AccessWorld) => ({ classId, appealId: targetId });

export const gradingAccess: Record<string, ActionAccess> = {
  previewRegradeAction: {
    outcomes: ofInstructors("redirect"),
    form: (world) => ({ ...anAssignment(world), policy: "raise-only", keys: "on" }),
  },
  /** Of a preview that there is none of. */
  applyRegradeAction: {
    outcomes: signedIn("not-found"),
    form: (world) => ({ ...anAssignment(world), id: world.targetId }),
  },
  discardPreviewAction: {
    outcomes: ofInstructors("redirect"),
    form: (world) => ({ ...anAssignment(world), id: world.targetId }),
  },
  undoRegradeAction: {
    outcomes: signedIn("not-found"),
    form: (world) => ({ ...anAssignment(world), id: world.targetId }),
  },
  overrideTotalAction: {
    outcomes: classInstructors,
    form: (world) => ({ ...aWork(world), points: "1", reason: "On paper", updatedAt: "" }),
  },
  /** There is no grade that it could have been looked at. */
  dropTotalOverrideAction: {
    outcomes: classInstructors,
    form: (world) => ({ ...aWork(world), updatedAt: "" }),
  },
  excuseStudentAction: {
    outcomes: classInstructors,
    form: (world) => ({ ...aWork(world), reason: "Ill", updatedAt: "" }),
  },
  unexcuseStudentAction: {
    outcomes: classInstructors,
    form: (world) => ({ ...aWork(world), updatedAt: "" }),
  },
  /** The attempt is open: there is no mark yet. */
  overrideAnswerAction: {
    outcomes: signedIn("not-found"),
    form: (world) => ({ ...anAnswer(world), points: "1", reason: "Right", gradedAt: LONG_AGO }),
  },
  dropAnswerOverrideAction: {
    outcomes: signedIn("not-found"),
    form: (world) => ({ ...anAnswer(world), gradedAt: LONG_AGO }),
  },
  commentAnswerAction: {
    outcomes: signedIn("not-found"),
    form: (world) => ({ ...anAnswer(world), comment: "Good." }),
  },
  contestAnswerAction: {
    outcomes: signedIn("not-found"),
    form: ({ attemptId }) => ({ attemptId, position: "0", text: "It is right." }),
  },
  withdrawAppealAction: {
    outcomes: signedIn("conflict"),
    form: ({ attemptId }) => ({ attemptId, position: "0" }),
  },
  /** Of an appeal that there is none of. */
  refuseAppealAction: {
    outcomes: signedIn("not-found"),
    form: (world) => ({ ...anAppeal(world), reply: "No." }),
  },
  acceptWithPointsAction: {
    outcomes: signedIn("not-found"),
    form: (world) => ({ ...anAppeal(world), points: "1", reply: "Yes." }),
  },
  previewAcceptanceAction: {
    outcomes: signedIn("not-found"),
    form: (world) => ({ ...anAppeal(world), scope: "classes" }),
  },
  acceptIntoKeyAction: {
    outcomes: signedIn("not-found"),
    form: (world) => ({ ...anAppeal(world), scope: "everywhere", reply: "", fingerprint: "" }),
  },
  previewTakingBackAction: {
    outcomes: signedIn("not-found"),
    form: anAppeal,
  },
  takeBackAcceptanceAction: {
    outcomes: signedIn("not-found"),
    form: (world) => ({ ...anAppeal(world), reply: "Not right after all.", fingerprint: "" }),
  },
  /** Of an attempt that there is none of: refused to whoever may mark at all. */
  markAnswerAction: {
    outcomes: every("not-found", { visitor: "signed-out" }),
    form: (world) => ({
      ...anAssignment(world),
      userId: world.targetId,
      attemptId: world.attemptId,
      position: "0",
      gradedAt: "2026-01-01T00:00:00.000Z",
      mark: "null",
      comment: "",
    }),
  },
};
