/**
 * What happens to whom at each page. A page without an entry fails tests/access; the entries
 * are tried against the running server in e2e/access-matrix.spec.ts.
 */
import { all, type AccessWorld, type Outcomes } from "@/tests/access/access-roles";

/** "page" itself, on to another page, or as if there were none. */
export type PageOutcome = "page" | "sign-in" | "sign-up" | "today" | "class" | "not-found";

export type PageAccess = {
  outcomes: Outcomes<PageOutcome>;
  /** Parts of the address in brackets. */
  params?: (world: AccessWorld) => Record<string, string>;
};

const everybody: PageAccess = { outcomes: all("page") };
const signedIn: PageAccess = { outcomes: all("page", { visitor: "sign-in" }) };
/** By their role on the server: "instructor" and "colleague" may open classes. */
const teachers: PageAccess = {
  outcomes: all("not-found", {
    visitor: "sign-in",
    instructor: "page",
    colleague: "page",
    admin: "page",
  }),
};
const admins: PageAccess = {
  outcomes: all("not-found", { visitor: "sign-in", admin: "page" }),
};
const signedOut: PageAccess = { outcomes: all("today", { visitor: "page", guest: "page" }) };

const classId = (world: AccessWorld) => ({ classId: world.classId });
const inClass: PageAccess = {
  params: classId,
  outcomes: all("page", {
    visitor: "sign-in",
    guest: "not-found",
    stranger: "not-found",
    colleague: "not-found",
  }),
};
const classStaff: PageAccess = {
  params: classId,
  outcomes: all("not-found", {
    visitor: "sign-in",
    assistant: "page",
    instructor: "page",
    admin: "page",
  }),
};
const classInstructors: PageAccess = {
  params: classId,
  outcomes: all("not-found", { visitor: "sign-in", instructor: "page" }),
};

const anAssignment = (world: AccessWorld) => ({
  classId: world.classId,
  assignmentId: world.assignmentId,
});
const quizOwner: PageAccess = {
  params: ({ quizId }) => ({ quizId }),
  outcomes: all("not-found", { visitor: "sign-in", instructor: "page" }),
};

const bankOwner: PageAccess = {
  params: ({ ownBankId }) => ({ bankId: ownBankId, slug: "own" }),
  outcomes: all("not-found", { visitor: "sign-in", instructor: "page" }),
};

/** By the address of the page, as its folder under app/ says it. */
export const pageAccess: Record<string, PageAccess> = {
  "/": everybody,
  "/kubectl": everybody,
  "/offline": everybody,
  "/sign-in": signedOut,
  "/sign-up": signedOut,
  "/first-admin": { outcomes: all("page", { visitor: "sign-up", guest: "sign-up" }) },
  "/join/[token]": {
    params: ({ inviteToken }) => ({ token: inviteToken }),
    outcomes: all("page", { student: "class", assistant: "class", instructor: "class" }),
  },
  "/today": signedIn,
  "/study": signedIn,
  "/plan": signedIn,
  "/plan/catch-up": signedIn,
  "/progress": signedIn,
  "/settings": signedIn,
  "/settings/data": signedIn,
  "/notices": signedIn,
  "/banks": signedIn,
  "/banks/coverage": signedIn,
  "/banks/[bank]": { ...signedIn, params: ({ bankId }) => ({ bank: bankId }) },
  "/banks/[bank]/[question]": {
    ...signedIn,
    params: ({ bankId, questionId }) => ({
      bank: bankId,
      question: questionId.slice(bankId.length + 1),
    }),
  },
  "/unsubscribe/[token]": {
    params: () => ({ token: "made-up-token" }),
    outcomes: all("not-found"),
  },
  "/reports": teachers,
  "/admin": admins,
  "/classes": signedIn,
  "/classes/new": teachers,
  "/classes/[classId]": inClass,
  "/classes/[classId]/roster": classStaff,
  "/classes/[classId]/roster/import": classInstructors,
  "/classes/[classId]/gradebook": classStaff,
  "/classes/[classId]/gradebook/categories": classInstructors,
  "/classes/[classId]/progress": classStaff,
  "/classes/[classId]/grades": {
    params: classId,
    outcomes: all("not-found", { visitor: "sign-in", student: "page" }),
  },
  /** Of a student who is none of those who ask. */
  "/classes/[classId]/report/[userId]": {
    ...classStaff,
    params: (world) => ({ classId: world.classId, userId: world.targetId }),
  },
  "/classes/[classId]/settings": {
    params: classId,
    outcomes: all("not-found", { visitor: "sign-in", instructor: "page", admin: "page" }),
  },
  "/classes/[classId]/assignments/[assignmentId]/results": {
    ...classStaff,
    params: ({ classId, assignmentId }) => ({ classId, assignmentId }),
  },
  "/classes/[classId]/assignments/[assignmentId]/results/questions": {
    ...classStaff,
    params: ({ classId, assignmentId }) => ({ classId, assignmentId }),
  },
  "/classes/[classId]/assignments/[assignmentId]/results/questions/[bank]/[question]": {
    ...classStaff,
    params: ({ classId, assignmentId, assignedQuestionId }) => ({
      classId,
      assignmentId,
      bank: assignedQuestionId.slice(0, assignedQuestionId.indexOf("/")),
      question: assignedQuestionId.slice(assignedQuestionId.indexOf("/") + 1),
    }),
  },
  "/classes/[classId]/assignments/[assignmentId]/marking": {
    params: ({ classId, assignmentId }) => ({ classId, assignmentId }),
    outcomes: all("not-found", { visitor: "sign-in", assistant: "page", instructor: "page" }),
  },
  "/classes/[classId]/assignments/[assignmentId]/students/[userId]": {
    ...classStaff,
    params: (world) => ({ ...anAssignment(world), userId: world.targetId }),
  },
  "/classes/[classId]/assignments/[assignmentId]/regrade": {
    ...classInstructors,
    params: anAssignment,
  },
  "/classes/[classId]/appeals": classInstructors,
  "/attempts/[attemptId]": {
    params: ({ attemptId }) => ({ attemptId }),
    outcomes: all("not-found", { visitor: "sign-in", student: "page" }),
  },
  "/classes/[classId]/assignments": inClass,
  "/classes/[classId]/assignments/new": classInstructors,
  "/classes/[classId]/assignments/new-study": classInstructors,
  "/classes/[classId]/assignments/[assignmentId]/edit-study": {
    params: (world) => ({ classId: world.classId, assignmentId: world.homeworkId }),
    outcomes: classInstructors.outcomes,
  },
  "/classes/[classId]/assignments/[assignmentId]": { ...inClass, params: anAssignment },
  "/classes/[classId]/assignments/[assignmentId]/edit": {
    ...classInstructors,
    params: anAssignment,
  },
  "/author": teachers,
  "/author/[bankId]": bankOwner,
  "/author/[bankId]/export": bankOwner,
  "/author/[bankId]/import": bankOwner,
  "/author/[bankId]/questions/[slug]": bankOwner,
  "/author/[bankId]/questions/[slug]/versions": bankOwner,
  "/quizzes": teachers,
  "/quizzes/[quizId]": quizOwner,
  "/quizzes/[quizId]/preview": quizOwner,
  "/quizzes/[quizId]/print": quizOwner,
};
