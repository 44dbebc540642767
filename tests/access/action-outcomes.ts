/** What actions may answer, and answers that many of them share. */
import { all, type AccessWorld, type Outcomes } from "@/tests/access/access-roles";

/** "done" and "redirect" did what was asked; the others did nothing. */
export type ActionOutcome =
  "done" | "redirect" | "invalid" | "signed-out" | "not-found" | "forbidden" | "conflict";

export type ActionAccess = {
  outcomes: Outcomes<ActionOutcome>;
  form?: (world: AccessWorld) => Record<string, string>;
};

export const every = all<ActionOutcome>;
export const signedIn = (outcome: ActionOutcome) => every(outcome, { visitor: "signed-out" });
export const classInstructors = every("not-found", {
  visitor: "signed-out",
  instructor: "done",
});

export const ofInstructors = (outcome: ActionOutcome) =>
  every("not-found", { visitor: "signed-out", instructor: outcome });

export const anAssignment = ({ classId, assignmentId }: AccessWorld) => ({ classId, assignmentId });
