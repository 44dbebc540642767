import { callApi } from "@/components/study/api-client";
import type {
  CheckedSource,
  CheckSource,
  Publish,
  Published,
  QuestionRef,
  SavedDraft,
  SaveDraft,
  StoredDraft,
  TriedAnswer,
  TryAnswer,
} from "@/lib/domain/authoring/editor-contract";

const pathOf = ({ bankId, slug }: QuestionRef, operation: string): string =>
  `/api/v1/author/banks/${bankId}/questions/${slug}/${operation}`;

export const checkSource = (ref: QuestionRef, body: CheckSource) =>
  callApi<CheckedSource>({ method: "POST", path: pathOf(ref, "check"), body });

export const tryAnswer = (ref: QuestionRef, body: TryAnswer) =>
  callApi<TriedAnswer>({ method: "POST", path: pathOf(ref, "try"), body });

export const loadDraft = (ref: QuestionRef) =>
  callApi<StoredDraft>({ method: "GET", path: pathOf(ref, "draft") });

export const saveDraft = (ref: QuestionRef, body: SaveDraft) =>
  callApi<SavedDraft>({ method: "PATCH", path: pathOf(ref, "draft"), body });

export const publishDraft = (ref: QuestionRef, body: Publish) =>
  callApi<Published>({ method: "POST", path: pathOf(ref, "publish"), body });
