import { z } from "zod";

import {
  AnswerRequestSchema,
  AnswerResponseSchema,
  ChangedReviewSchema,
  ChangeReviewSchema,
  ReviewIdSchema,
} from "@/lib/domain/study/answer-contract";
import { HistoryRequestSchema, HistoryResponseSchema } from "@/lib/domain/study/history-contract";
import { QueueRequestSchema, QueueResponseSchema } from "@/lib/domain/study/queue-contract";
import { ReportReceiptSchema, ReportRequestSchema } from "@/lib/domain/study/report-contract";
import { TryRequestSchema, TryResponseSchema } from "@/lib/domain/study/try-contract";
import { UndoRequestSchema, UndoResponseSchema } from "@/lib/domain/study/undo-contract";
import type { ApiRoute } from "@/lib/server/api-route";

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
    summary: "Take back the last review. The same id again takes nothing more back.",
    caller: "actor",
    body: UndoRequestSchema,
    response: UndoResponseSchema,
    refusals: [],
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
  openApi: {
    method: "GET",
    path: "/api/v1/openapi.json",
    summary: "This document",
    caller: "anyone",
    response: z.record(z.string(), z.unknown()),
    refusals: [],
  },
} as const satisfies Record<string, ApiRoute>;
