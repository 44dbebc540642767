import {
  CheckedSourceSchema,
  CheckSourceSchema,
  PublishedSchema,
  PublishSchema,
  QuestionRefSchema,
  SavedDraftSchema,
  SaveDraftSchema,
  StoredDraftSchema,
  TriedAnswerSchema,
  TryAnswerSchema,
} from "@/lib/domain/authoring/editor-contract";
import type { ApiRoute } from "@/lib/server/api-route";

const QUESTION = "/api/v1/author/banks/{bankId}/questions/{slug}";

/** The operations of writing questions; see `apiRoutes`. */
export const authorApiRoutes = {
  checkSource: {
    method: "POST",
    path: `${QUESTION}/check`,
    summary: "What is wrong with a question being written, and how it would be asked",
    caller: "actor",
    params: QuestionRefSchema,
    body: CheckSourceSchema,
    response: CheckedSourceSchema,
    refusals: ["not-found"],
  },
  tryAnswer: {
    method: "POST",
    path: `${QUESTION}/try`,
    summary: "Grade an answer to a question being written; nothing is kept",
    caller: "actor",
    params: QuestionRefSchema,
    body: TryAnswerSchema,
    response: TriedAnswerSchema,
    refusals: ["not-found", "conflict"],
  },
  questionDraft: {
    method: "GET",
    path: `${QUESTION}/draft`,
    summary: "The draft of a question of one's own, and what is published of it",
    caller: "actor",
    params: QuestionRefSchema,
    response: StoredDraftSchema,
    refusals: ["not-found"],
  },
  saveDraft: {
    method: "PATCH",
    path: `${QUESTION}/draft`,
    summary: "Save a draft; one that was made on an older draft is refused",
    caller: "actor",
    params: QuestionRefSchema,
    body: SaveDraftSchema,
    response: SavedDraftSchema,
    refusals: ["not-found", "conflict"],
  },
  publishQuestion: {
    method: "POST",
    path: `${QUESTION}/publish`,
    summary: "Make a draft the next version of its question",
    caller: "actor",
    params: QuestionRefSchema,
    body: PublishSchema,
    response: PublishedSchema,
    refusals: ["not-found", "conflict"],
  },
} as const satisfies Record<string, ApiRoute>;
