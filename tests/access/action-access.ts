/**
 * What each of us is answered by each server action, sent as its `form` says. An action
 * without an entry fails tests/access; the entries are tried against the running server in
 * e2e/access-matrix.spec.ts.
 */
import type { AccessWorld } from "@/tests/access/access-roles";
import {
  anAssignment,
  classInstructors,
  every,
  ofInstructors,
  signedIn,
  type ActionAccess,
  type ActionOutcome,
} from "@/tests/access/action-outcomes";
import { gradingAccess } from "@/tests/access/grading-access";

const teachers = (outcome: ActionOutcome) =>
  every("not-found", {
    visitor: "signed-out",
    instructor: outcome,
    colleague: outcome,
    admin: outcome,
  });
const admins = every("not-found", { visitor: "signed-out", admin: "done" });
/** An admin helps a class whose instructors have gone. */
const classAdmitters = every("not-found", {
  visitor: "signed-out",
  instructor: "done",
  admin: "done",
});

const quizOwner = ofInstructors;
const bankOwner = ofInstructors;

const someHomework = ({ classId }: AccessWorld) => ({
  classId,
  title: "Daily study",
  opensAt: "2026-03-02T00:00",
  dueAt: "2099-03-15T23:59",
  ruleKind: "reviews",
  scope: "all",
  perDay: "20",
  missedDays: "2",
  credit: "proportional",
  points: "10",
});
const aBank = ({ ownBankId }: AccessWorld) => ({ bankId: ownBankId });
const aQuestion = ({ ownBankId }: AccessWorld) => ({ bankId: ownBankId, slug: "own" });
const aQuiz = ({ quizId }: AccessWorld) => ({ quizId });
const aClass = ({ classId }: AccessWorld) => ({ classId });
const aSection = ({ classId, sectionId }: AccessWorld) => ({ classId, sectionId });
const aCategory = ({ classId, sectionId }: AccessWorld) => ({ classId, categoryId: sectionId });
const aMember = ({ classId, targetId }: AccessWorld) => ({ classId, userId: targetId });
const aPerson = ({ targetId }: AccessWorld) => ({ userId: targetId });
const aReport = ({ targetId, targetReportId }: AccessWorld) => ({
  reporterId: targetId,
  id: targetReportId,
});
const aList = ({ classId }: AccessWorld) => ({ classId, csv: "email\nada@example.org" });

export const actionAccess: Record<string, ActionAccess> = {
  ...gradingAccess,
  signUpAction: { outcomes: every("invalid") },
  adoptTimeZoneAction: { outcomes: signedIn("done"), form: () => ({ timeZone: "UTC" }) },
  becomeFirstAdminAction: {
    outcomes: every("not-found", { visitor: "signed-out", guest: "forbidden" }),
    form: () => ({ token: "made-up" }),
  },
  updateStudySettingsAction: { outcomes: signedIn("invalid") },
  updateProfileAction: { outcomes: signedIn("invalid") },
  changePasswordAction: { outcomes: signedIn("invalid") },
  deleteAccountAction: { outcomes: signedIn("invalid"), form: () => ({ nothing: "typed" }) },
  fitNowAction: { outcomes: signedIn("invalid"), form: () => ({ unknown: "field" }) },
  simulateWorkloadAction: { outcomes: signedIn("invalid"), form: () => ({ unknown: "field" }) },
  revertWeightsAction: { outcomes: signedIn("invalid"), form: () => ({ unknown: "field" }) },
  changeDaysOffAction: { outcomes: signedIn("invalid") },
  adoptPlanAction: { outcomes: signedIn("invalid") },
  catchUpAction: { outcomes: signedIn("invalid") },
  closeReportAction: {
    outcomes: teachers("done"),
    form: (world) => ({ ...aReport(world), note: "Mended." }),
  },
  reopenReportAction: { outcomes: teachers("conflict"), form: aReport },
  readNoticeAction: { outcomes: signedIn("done"), form: ({ targetId }) => ({ id: targetId }) },
  readAllNoticesAction: { outcomes: signedIn("done") },
  changeNoticeChoicesAction: { outcomes: signedIn("done") },
  changeDigestAction: {
    outcomes: every("done", { visitor: "signed-out", guest: "forbidden" }),
    form: () => ({ dailyDigest: "on", digestHour: "7" }),
  },
  renewCalendarAction: { outcomes: every("done", { visitor: "signed-out", guest: "forbidden" }) },
  revokeCalendarAction: { outcomes: signedIn("done") },
  stopMailAction: { outcomes: every("not-found"), form: () => ({ token: "made-up-token" }) },
  changeRoleAction: {
    outcomes: admins,
    form: (world) => ({ ...aPerson(world), role: "instructor" }),
  },
  disablePersonAction: { outcomes: admins, form: aPerson },
  enablePersonAction: { outcomes: admins, form: aPerson },
  createBankAction: { outcomes: teachers("redirect"), form: () => ({ title: "Another bank" }) },
  changeBankAction: {
    outcomes: bankOwner("done"),
    form: (world) => ({ ...aBank(world), title: "Renamed" }),
  },
  archiveBankAction: {
    outcomes: bankOwner("done"),
    form: (world) => ({ ...aBank(world), archived: "yes" }),
  },
  shareBankAction: {
    outcomes: bankOwner("done"),
    form: (world) => ({ ...aBank(world), ...aClass(world) }),
  },
  unshareBankAction: {
    outcomes: bankOwner("done"),
    form: (world) => ({ ...aBank(world), ...aClass(world) }),
  },
  beginQuestionAction: {
    outcomes: bankOwner("redirect"),
    form: (world) => ({ ...aBank(world), name: "Another", kind: "single" }),
  },
  discardDraftAction: {
    outcomes: bankOwner("redirect"),
    form: (world) => ({ ...aQuestion(world), draftId: world.draftId, revision: "1" }),
  },
  restoreVersionAction: {
    outcomes: bankOwner("done"),
    form: (world) => ({ ...aQuestion(world), version: "1" }),
  },
  retireQuestionAction: {
    outcomes: bankOwner("done"),
    form: (world) => ({ ...aQuestion(world), retired: "yes" }),
  },
  createClassAction: {
    outcomes: teachers("redirect"),
    form: () => ({ name: "Another class", description: "", timeZone: "UTC" }),
  },
  joinByCodeAction: {
    outcomes: every("redirect", { visitor: "signed-out", guest: "forbidden" }),
    form: ({ joinCode }) => ({ code: joinCode }),
  },
  joinByLinkAction: {
    outcomes: every("redirect", { visitor: "signed-out", guest: "forbidden" }),
    form: ({ inviteToken }) => ({ token: inviteToken }),
  },
  acceptInvitationAction: { outcomes: signedIn("not-found"), form: aClass },
  declineInvitationAction: { outcomes: signedIn("not-found"), form: aClass },
  leaveClassAction: {
    outcomes: every("not-found", {
      visitor: "signed-out",
      student: "redirect",
      assistant: "redirect",
      instructor: "conflict",
    }),
    form: aClass,
  },
  changeClassAction: {
    outcomes: classInstructors,
    form: ({ classId }) => ({
      classId,
      name: "Renamed",
      description: "",
      timeZone: "UTC",
      revision: "1",
    }),
  },
  archiveClassAction: { outcomes: classAdmitters, form: aClass },
  unarchiveClassAction: { outcomes: classAdmitters, form: aClass },
  renewDoorAction: {
    outcomes: classAdmitters,
    form: ({ classId }) => ({ classId, door: "code" }),
  },
  closeDoorAction: { outcomes: classAdmitters, form: ({ classId }) => ({ classId, door: "link" }) },
  addSectionAction: {
    outcomes: classInstructors,
    form: ({ classId }) => ({ classId, name: "Lab Z" }),
  },
  changeSectionAction: {
    outcomes: classInstructors,
    form: (world) => ({ ...aSection(world), name: "Lab Y" }),
  },
  removeSectionAction: { outcomes: classInstructors, form: aSection },
  changeMemberAction: {
    outcomes: classAdmitters,
    form: (world) => ({ ...aMember(world), role: "assistant", sectionId: "", studentNumber: "" }),
  },
  setAccommodationAction: {
    outcomes: classInstructors,
    form: (world) => ({
      ...aMember(world),
      timeMultiplier: "2",
      extraDays: "1",
      extraAttempts: "1",
    }),
  },
  removeFromClassAction: { outcomes: classAdmitters, form: aMember },
  withdrawInvitationAction: {
    outcomes: classInstructors,
    form: ({ classId, expectedEmail }) => ({ classId, email: expectedEmail }),
  },
  previewRosterAction: { outcomes: classInstructors, form: aList },
  /** Of another preview: refused to whoever may import at all. */
  applyRosterAction: {
    outcomes: every("not-found", { visitor: "signed-out", instructor: "conflict" }),
    form: (world) => ({ ...aList(world), fingerprint: "of another" }),
  },
  shareStudyAction: {
    outcomes: every("not-found", { visitor: "signed-out", student: "done" }),
    form: ({ classId }) => ({ classId, share: "yes" }),
  },
  addCategoryAction: {
    outcomes: classInstructors,
    form: ({ classId }) => ({ classId, name: "Quizzes", weight: "40", dropLowest: "1" }),
  },
  /** Of a category that there is none of: refused to whoever may change them at all. */
  changeCategoryAction: {
    outcomes: signedIn("not-found"),
    form: (world) => ({ ...aCategory(world), name: "Exam", weight: "60", dropLowest: "0" }),
  },
  moveCategoryAction: {
    outcomes: signedIn("not-found"),
    form: (world) => ({ ...aCategory(world), direction: "up" }),
  },
  removeCategoryAction: { outcomes: signedIn("not-found"), form: aCategory },
  placeInCategoriesAction: { outcomes: signedIn("invalid"), form: aClass },
  changeMissingRuleAction: {
    outcomes: classInstructors,
    form: ({ classId }) => ({ classId, missing: "left-out" }),
  },
  releaseResultsAction: { outcomes: classInstructors, form: anAssignment },
  createQuizAction: { outcomes: teachers("redirect"), form: () => ({ title: "Another quiz" }) },
  duplicateQuizAction: { outcomes: quizOwner("redirect"), form: aQuiz },
  archiveQuizAction: {
    outcomes: quizOwner("done"),
    form: (world) => ({ ...aQuiz(world), archived: "yes" }),
  },
  assignQuizAction: { outcomes: signedIn("invalid"), form: aClass },
  changeAssignmentAction: { outcomes: signedIn("invalid"), form: anAssignment },
  assignHomeworkAction: { outcomes: ofInstructors("redirect"), form: someHomework },
  changeHomeworkAction: {
    outcomes: classInstructors,
    form: (world) => ({ ...someHomework(world), assignmentId: world.homeworkId, revision: "1" }),
  },
  publishAssignmentAction: { outcomes: classInstructors, form: anAssignment },
  /** Somebody has begun it. */
  unpublishAssignmentAction: { outcomes: ofInstructors("conflict"), form: anAssignment },
  archiveAssignmentAction: { outcomes: ofInstructors("redirect"), form: anAssignment },
};
