import { z } from "zod";

import {
  AnswerRequestSchema,
  AnswerResponseSchema,
  ChangedReviewSchema,
  ChangeReviewSchema,
  ReviewIdSchema,
} from "@/lib/domain/study/answer-contract";
import {
  ActionsResponseSchema,
  ActRequestSchema,
  ActResponseSchema,
} from "@/lib/domain/study/action-contract";
import {
  LessonDoneSchema,
  LessonRequestSchema,
  LessonResponseSchema,
} from "@/lib/domain/study/lesson-contract";
import { SessionsResponseSchema } from "@/lib/domain/study/session-contract";
import {
  AnkiQuerySchema,
  ImportQuerySchema,
  ImportReportSchema,
  MOST_IMPORT_BYTES,
} from "@/lib/domain/learner-data/data-contract";
import { HistoryRequestSchema, HistoryResponseSchema } from "@/lib/domain/study/history-contract";
import { QueueRequestSchema, QueueResponseSchema } from "@/lib/domain/study/queue-contract";
import { ReportReceiptSchema, ReportRequestSchema } from "@/lib/domain/study/report-contract";
import { TryRequestSchema, TryResponseSchema } from "@/lib/domain/study/try-contract";
import { UndoRequestSchema, UndoResponseSchema } from "@/lib/domain/study/undo-contract";
import type { ApiRoute } from "@/lib/server/api-route";
import { authorApiRoutes } from "@/lib/server/author-api-routes";
import { quizApiRoutes } from "@/lib/server/quiz-api-routes";
import { transferApiRoutes } from "@/lib/server/transfer-api-routes";

/** Every operation under /api/v1. Endpoints are made from these entries, and so is the OpenAPI document. */
export const apiRoutes = {
  studyQueue: {
    method: "POST",
    path: "/api/v1/study/queue",
    summary: "The questions to ask next, best first",
    caller: "claims",
    body: QueueRequestSchema,
    response: QueueResponseSchema,
    refusals: [],
  },
  answerQuestion: {
    method: "POST",
    path: "/api/v1/study/answers",
    summary: "Grade an answer and record it as a review. The same id again is the same review.",
    caller: "claims",
    body: AnswerRequestSchema,
    response: AnswerResponseSchema,
    refusals: ["not-found", "conflict"],
  },
  changeReview: {
    method: "PATCH",
    path: "/api/v1/study/answers/{id}",
    summary: "Change the rating of a review, or mark an open answer",
    caller: "actor",
    params: z.object({ id: ReviewIdSchema }),
    body: ChangeReviewSchema,
    response: ChangedReviewSchema,
    refusals: ["not-found", "conflict"],
  },
  undoReview: {
    method: "POST",
    path: "/api/v1/study/undo",
    summary:
      "Take back the last answer, rating or action, of thirty. The same id again takes nothing more back.",
    caller: "actor",
    body: UndoRequestSchema,
    response: UndoResponseSchema,
    refusals: ["conflict"],
  },
  listActions: {
    method: "GET",
    path: "/api/v1/study/actions",
    summary: "The last thirty answers, ratings and actions, newest first",
    caller: "actor",
    response: ActionsResponseSchema,
    refusals: [],
  },
  actOnQuestion: {
    method: "POST",
    path: "/api/v1/study/actions",
    summary:
      "Set a question aside until tomorrow, suspend, flag or reset it. The same id again does nothing more.",
    caller: "actor",
    body: ActRequestSchema,
    response: ActResponseSchema,
    refusals: ["not-found", "conflict"],
  },
  listSessions: {
    method: "GET",
    path: "/api/v1/study/sessions",
    summary: "What can be studied now, and how much of it there is",
    caller: "claims",
    response: SessionsResponseSchema,
    refusals: [],
  },
  viewLesson: {
    method: "GET",
    path: "/api/v1/study/lessons",
    summary: "The learner's own mistakes with a question, and something like it to try",
    caller: "actor",
    query: LessonRequestSchema,
    response: LessonResponseSchema,
    refusals: ["not-found"],
  },
  finishLesson: {
    method: "POST",
    path: "/api/v1/study/lessons",
    summary: "Note that the learner went through a lesson",
    caller: "actor",
    body: LessonRequestSchema,
    response: LessonDoneSchema,
    refusals: ["not-found"],
  },
  studyHistory: {
    method: "GET",
    path: "/api/v1/study/history",
    summary: "The reviews of one question and its memory now",
    caller: "actor",
    query: HistoryRequestSchema,
    response: HistoryResponseSchema,
    refusals: ["not-found"],
  },
  reportProblem: {
    method: "POST",
    path: "/api/v1/reports",
    summary: "Report a problem with a question. The same id again is the same report.",
    caller: "actor",
    body: ReportRequestSchema,
    response: ReportReceiptSchema,
    refusals: ["not-found", "conflict", "throttled"],
  },
  tryKubectl: {
    method: "POST",
    path: "/api/v1/try/kubectl",
    summary: "Grade a visitor's answer to the question of the landing page",
    caller: "anyone",
    body: TryRequestSchema,
    response: TryResponseSchema,
    refusals: ["throttled"],
  },
  exportEverything: {
    method: "GET",
    path: "/api/v1/my-data/export",
    summary: "Everything kept of the caller, as one JSON document",
    caller: "actor",
    response: z.string().describe("JSON; each row has a line of its own"),
    produces: "application/json",
    refusals: ["throttled"],
  },
  exportReviews: {
    method: "GET",
    path: "/api/v1/my-data/reviews",
    summary: "The caller's reviews as CSV, in the form that FSRS tools read",
    caller: "actor",
    response: z.string().describe("CSV with a line of column names"),
    produces: "text/csv",
    refusals: ["throttled"],
  },
  exportAnki: {
    method: "GET",
    path: "/api/v1/my-data/anki",
    summary: "Questions that the caller has answered, as notes for Anki's text import",
    caller: "actor",
    query: AnkiQuerySchema,
    response: z.string().describe("Tab-separated text with Anki's header lines"),
    produces: "text/plain",
    refusals: ["throttled"],
  },
  importReviews: {
    method: "POST",
    path: "/api/v1/my-data/import",
    summary: "Read reviews back from a file, or say what that would do. Twice is as once.",
    caller: "actor",
    query: ImportQuerySchema,
    file: {
      mostBytes: MOST_IMPORT_BYTES,
      description: "A file exported here, or CSV of an FSRS tool",
    },
    response: ImportReportSchema,
    refusals: ["throttled"],
  },
  exportRoster: {
    method: "GET",
    path: "/api/v1/classes/{id}/roster",
    summary:
      "Who is in a class and who is expected, as CSV that can be imported again; for its staff",
    caller: "actor",
    params: z.object({ id: z.uuid() }),
    response: z.string().describe("CSV with a line of column names"),
    produces: "text/csv",
    refusals: ["not-found"],
  },
  exportClaimLinks: {
    method: "GET",
    path: "/api/v1/classes/{id}/claim-links",
    summary: "The personal links of those whom a class expects, as CSV; for its instructors",
    caller: "actor",
    params: z.object({ id: z.uuid() }),
    response: z.string().describe("CSV with a line of column names"),
    produces: "text/csv",
    refusals: ["not-found"],
  },
  exportGradebook: {
    method: "GET",
    path: "/api/v1/classes/{id}/gradebook",
    summary: "The grades of a class as CSV; for its staff",
    caller: "actor",
    params: z.object({ id: z.uuid() }),
    response: z.string().describe("CSV with a line of column names"),
    produces: "text/csv",
    refusals: ["not-found"],
  },
  exportGradebookXlsx: {
    method: "GET",
    path: "/api/v1/classes/{id}/gradebook/xlsx",
    summary: "The grades of a class as a workbook of one sheet; for its staff",
    caller: "actor",
    params: z.object({ id: z.uuid() }),
    response: z.string().describe("An Office Open XML workbook"),
    produces: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    refusals: ["not-found"],
  },
  exportResults: {
    method: "GET",
    path: "/api/v1/classes/{id}/assignments/{assignmentId}/results",
    summary: "Students by questions of an assignment, as CSV; for the staff of its class",
    caller: "actor",
    params: z.object({ id: z.uuid(), assignmentId: z.uuid() }),
    response: z.string().describe("CSV with a line of column names"),
    produces: "text/csv",
    refusals: ["not-found"],
  },
  ...quizApiRoutes,
  ...authorApiRoutes,
  ...transferApiRoutes,
  openApi: {
    method: "GET",
    path: "/api/v1/openapi.json",
    summary: "This document",
    caller: "anyone",
    response: z.record(z.string(), z.unknown()),
    refusals: [],
  },
} as const satisfies Record<string, ApiRoute>;
