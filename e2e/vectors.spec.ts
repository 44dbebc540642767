import { expect, test, type APIRequestContext } from "@playwright/test";
import pg from "pg";
import { v7 as uuidV7 } from "uuid";

import type { AnswerResponse, ChangedReview } from "@/lib/domain/study/answer-contract";
import type { HistoryResponse } from "@/lib/domain/study/history-contract";
import type { QueueItem, QueueResponse } from "@/lib/domain/study/queue-contract";
import {
  conformanceCases,
  type ConformanceLearner,
  type ConformanceSettings,
} from "@/tests/helpers/conformance";

const START = "2026-03-02T12:00:00Z";

let pool: pg.Pool;
test.beforeAll(() => {
  pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 2 });
});
test.afterAll(() => pool.end());

/** The API over HTTP as one visitor sees it, at a time of one's choice. */
function apiOf(request: APIRequestContext) {
  const read = async <T>(sent: Promise<{ status: () => number; json: () => Promise<unknown> }>) => {
    const response = await sent;
    expect(response.status()).toBe(200);
    return (await response.json()) as T;
  };
  const at = (now: Date | string) => ({ "x-test-now": new Date(now).toISOString() });
  return {
    get: <T>(path: string, now: Date | string) =>
      read<T>(request.get(`/api/v1/study${path}`, { headers: at(now) })),
    post: <T>(path: string, data: object, now: Date | string) =>
      read<T>(request.post(`/api/v1/study${path}`, { headers: at(now), data })),
    patch: <T>(path: string, data: object, now: Date | string) =>
      read<T>(request.patch(`/api/v1/study${path}`, { headers: at(now), data })),
  };
}

type Api = ReturnType<typeof apiOf>;

async function signInAsGuest(request: APIRequestContext): Promise<void> {
  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as {
    csrfToken: string;
  };
  const form = { csrfToken, json: "true", callbackUrl: "/" };
  const response = await request.post("/api/auth/callback/guest", { form });
  expect(response.ok()).toBe(true);
}

const giveUp = (
  api: Api,
  { question, ticket }: QueueItem,
  occurrence: number,
  now: Date | string,
) =>
  api.post<AnswerResponse>(
    "/answers",
    {
      id: uuidV7(),
      ticket: { ...ticket, occurrence },
      answer: { kind: question.kind, gaveUp: true },
      durationMs: 1_000,
    },
    now,
  );

/** The guest behind a session is whoever made a review: found by one that is taken back at once. */
async function setUp(api: Api, item: QueueItem, settings: ConformanceSettings): Promise<void> {
  const { review } = await giveUp(api, item, 0, START);
  await api.post("/undo", {}, START);
  await pool.query(
    `update "StudySettings" s
        set fuzz = false, "desiredRetention" = $2, "learningSteps" = $3, weights = $4
       from "Review" r where r.id = $1 and s."userId" = r."userId"`,
    [
      review.id,
      settings.desiredRetention ?? 0.9,
      settings.learningSteps ?? true,
      settings.weights ?? [],
    ],
  );
}

async function aLearner(
  request: APIRequestContext,
  settings: ConformanceSettings,
): Promise<ConformanceLearner> {
  await signInAsGuest(request);
  const api = apiOf(request);
  const queue = await api.post<QueueResponse>("/queue", { limit: 1 }, START);
  const [item] = queue.items as [QueueItem];
  await setUp(api, item, settings);
  let occurrence = 0;
  return {
    review: async (rating, at) => {
      const { review } = await giveUp(api, item, occurrence++, at);
      return api.patch<ChangedReview>(`/answers/${review.id}`, { rating }, at);
    },
    card: async (at) => {
      const query = new URLSearchParams({ questionId: item.question.id });
      const { card } = await api.get<HistoryResponse>(`/history?${query.toString()}`, at);
      if (!card) throw new Error("The question has no card");
      return card;
    },
  };
}

test.describe("the served API gives the published figures of FSRS-6", () => {
  for (const { name, settings, measure, expected, digits } of conformanceCases) {
    test(name, async ({ request }) => {
      const measured = await measure(await aLearner(request, settings));
      expect(measured).toHaveLength(expected.length);
      for (const [index, figure] of expected.entries()) {
        expect(measured[index]).toBeCloseTo(figure, digits);
      }
    });
  }
});
