/**
 * What status each of us gets from each operation of the API, asked as its `request` says. An
 * operation without an entry fails tests/access; the entries are tried against the running
 * server in e2e/access-matrix.spec.ts.
 */
import { v7 as uuidV7 } from "uuid";

import type { apiRoutes } from "@/lib/server/api-routes";
import { all, type AccessWorld, type Outcomes } from "@/tests/access/access-roles";

type ApiRequest = { params?: Record<string, string | number>; query?: string; body?: unknown };

export type ApiAccess = {
  statuses: Outcomes<number>;
  request?: (world: AccessWorld) => ApiRequest;
};

const signedIn = (status: number) => all(status, { visitor: 401 });
/** Of an attempt of the student. */
const ownAttempt = (status: number) => all(404, { visitor: 401, student: status });
const teachers = (status: number) =>
  all(404, { visitor: 401, instructor: status, colleague: status, admin: status });
const bankOwner = (status: number) => all(404, { visitor: 401, instructor: status });
const quizOwner = (status: number) => all(404, { visitor: 401, instructor: status });

const classStaff = all(404, { visitor: 401, assistant: 200, instructor: 200, admin: 200 });

const NOWHERE = "01900000-0000-7000-8000-000000000000";
const attempt = ({ attemptId }: AccessWorld) => ({ params: { id: attemptId } });
const ownQuestion = ({ ownBankId }: AccessWorld) => ({
  params: { bankId: ownBankId, slug: "own" },
});
const inClass = ({ classId }: AccessWorld) => ({ params: { id: classId } });

const quizOf = ({ questionId }: AccessWorld) => ({
  sections: [{ items: [{ type: "question", questionId, points: 1 }] }],
});

export const apiAccess: Record<keyof typeof apiRoutes, ApiAccess> = {
  openApi: { statuses: all(200) },
  tryKubectl: { statuses: all(400) },
  studyQueue: { statuses: signedIn(200), request: () => ({ body: { limit: 1 } }) },
  answerQuestion: { statuses: signedIn(400) },
  changeReview: {
    statuses: signedIn(404),
    request: () => ({ params: { id: NOWHERE }, body: { rating: 3 } }),
  },
  undoReview: {
    statuses: signedIn(409),
    request: () => ({ body: { id: uuidV7(), entryId: NOWHERE } }),
  },
  listActions: { statuses: signedIn(200) },
  actOnQuestion: {
    statuses: signedIn(200),
    request: ({ questionId }) => ({ body: { id: uuidV7(), questionId, kind: "flag" } }),
  },
  listSessions: { statuses: signedIn(200) },
  viewLesson: {
    statuses: signedIn(404),
    request: () => ({ query: "questionId=no-such/question" }),
  },
  finishLesson: {
    statuses: signedIn(404),
    request: () => ({ body: { questionId: "no-such/question" } }),
  },
  studyHistory: {
    statuses: signedIn(200),
    request: ({ questionId }) => ({ query: `questionId=${questionId}` }),
  },
  reportProblem: {
    statuses: signedIn(404),
    request: () => ({
      body: { id: uuidV7(), about: { reviewId: NOWHERE }, kind: "unclear", text: "" },
    }),
  },
  startAttempt: {
    statuses: all(404, { visitor: 401, student: 200 }),
    request: ({ assignmentId }) => ({ body: { id: uuidV7(), assignmentId } }),
  },
  attempt: { statuses: ownAttempt(200), request: attempt },
  attemptStatus: { statuses: ownAttempt(200), request: attempt },
  saveAttemptAnswer: {
    statuses: ownAttempt(200),
    request: ({ attemptId }) => ({
      params: { id: attemptId, position: 0 },
      body: { revision: 0, answer: null, flagged: true },
    }),
  },
  submitAttempt: { statuses: ownAttempt(200), request: attempt },
  exportEverything: { statuses: signedIn(200) },
  exportReviews: { statuses: signedIn(200) },
  exportAnki: {
    statuses: signedIn(200),
    request: ({ bankId }) => ({ query: `banks=${bankId}` }),
  },
  importReviews: { statuses: signedIn(400), request: () => ({ query: "save=2" }) },
  importProgress: { statuses: signedIn(200) },
  exportRoster: {
    statuses: classStaff,
    request: inClass,
  },
  exportClaimLinks: { statuses: all(404, { visitor: 401, instructor: 200 }), request: inClass },
  exportGradebook: { statuses: classStaff, request: inClass },
  exportGradebookXlsx: { statuses: classStaff, request: inClass },
  exportResults: {
    statuses: classStaff,
    request: ({ classId, assignmentId }) => ({ params: { id: classId, assignmentId } }),
  },
  checkSource: {
    statuses: bankOwner(200),
    request: (world) => ({ ...ownQuestion(world), body: { source: "", variant: 0 } }),
  },
  tryAnswer: {
    statuses: bankOwner(409),
    request: (world) => ({
      ...ownQuestion(world),
      body: { source: "", variant: 0, answer: { kind: "short", text: "" } },
    }),
  },
  questionDraft: { statuses: bankOwner(200), request: ownQuestion },
  saveDraft: {
    statuses: bankOwner(200),
    request: (world) => ({
      ...ownQuestion(world),
      body: { draftId: world.draftId, revision: 1, baseVersion: 1, source: "" },
    }),
  },
  publishQuestion: {
    statuses: bankOwner(409),
    request: (world) => ({
      ...ownQuestion(world),
      body: { draftId: world.draftId, revision: 9 },
    }),
  },
  previewImport: {
    statuses: bankOwner(200),
    request: ({ ownBankId }) => ({ params: { bankId: ownBankId }, query: "format=yaml" }),
  },
  importQuestions: {
    statuses: bankOwner(200),
    request: ({ ownBankId }) => ({
      params: { bankId: ownBankId },
      query: "format=yaml&fingerprint=none",
    }),
  },
  exportQuestions: {
    statuses: bankOwner(200),
    request: ({ ownBankId }) => ({ params: { bankId: ownBankId }, body: { format: "yaml" } }),
  },
  checkQuiz: {
    statuses: teachers(200),
    request: (world) => ({ body: { content: quizOf(world) } }),
  },
  pickQuestions: { statuses: teachers(200) },
  saveQuiz: {
    statuses: quizOwner(200),
    request: (world) => ({
      params: { quizId: world.quizId },
      body: { version: 1, title: "Renamed", content: quizOf(world) },
    }),
  },
  judgePreview: {
    statuses: quizOwner(200),
    request: ({ quizId }) => ({ params: { quizId }, body: { version: 1, answers: {} } }),
  },
};
