/** `POST /api/v1/study/queue`: the questions to ask next, best first. */
import { z } from "zod";

import { CARD_STATES } from "@/lib/domain/scheduling/card";
import { PublicQuestionSchema } from "@/lib/domain/study/question-shapes";

export const QuestionIdSchema = z
  .string()
  .max(200)
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, "A question id looks like bank/question.");

export const CardStateSchema = z.enum(CARD_STATES);

/**
 * Names the variant that was asked, and comes back with the answer. The seed that the
 * variant is drawn from is derived from it with a secret of the server.
 */
export const TicketSchema = z.strictObject({
  questionId: QuestionIdSchema,
  version: z.int().min(1),
  /** How often the learner had answered this question when it was asked. */
  occurrence: z.int().min(0).max(1_000_000),
});
export type Ticket = z.output<typeof TicketSchema>;

/**
 * What a session asks: what is due and new today, one of the two, or a collection: the
 * learner's weakest points, what they missed today, what they flagged.
 */
export const SESSION_MODES = ["today", "due", "new", "weak", "missed", "flagged"] as const;
export type SessionMode = (typeof SESSION_MODES)[number];

const BankIdSchema = z.string().max(100);
/** "cka/storage" */
const DomainIdSchema = z
  .string()
  .max(100)
  .regex(/^[a-z]+\/[a-z0-9-]+$/, "A domain id looks like exam/domain.");

export const QueueRequestSchema = z.strictObject({
  limit: z.int().min(1).max(50).default(20),
  mode: z.enum(SESSION_MODES).default("today"),
  /** Practice with whatever the mode holds, due or not: no date changes. */
  drill: z.boolean().default(false),
  /** Only questions of these banks; all when left out. */
  banks: z.array(BankIdSchema).min(1).max(100).optional(),
  /** Only questions of these domains; all when left out. */
  domains: z.array(DomainIdSchema).min(1).max(50).optional(),
  /** Asks for the learner's seconds per answer, to see how many fit into a time box. */
  timed: z.boolean().default(false),
  /** When the session began, by the server's clock: what was got right in practice since is not asked again. */
  startedAt: z.iso.datetime({ offset: true }).optional(),
  /** Questions that the learner has on screen already. */
  exclude: z.array(QuestionIdSchema).max(200).default([]),
});
export type QueueRequest = z.output<typeof QueueRequestSchema>;

const count = z.int().min(0);

/** What is left of today and done today, after every answer. */
export const DayCountsSchema = z.object({
  /** Cards in a learning step that is due now. */
  learning: count,
  /** Reviews due now; siblings that wait for tomorrow are not counted. */
  due: count,
  /** How many more new questions the daily limit allows today. */
  newLeftToday: count,
  /** Learning steps that come due later today. */
  dueLaterToday: count,
  /** Answers given today, undone ones left out. */
  reviewedToday: count,
});
export type DayCounts = z.output<typeof DayCountsSchema>;

export const QueueCountsSchema = DayCountsSchema.extend({
  /** New questions that can still be asked today. */
  new: count,
});
export type QueueCounts = z.output<typeof QueueCountsSchema>;

export const QueueItemSchema = z.object({
  question: PublicQuestionSchema,
  ticket: TicketSchema,
  reason: z.enum(["learning", "due", "new", "practice"]),
  /** To be sent with the answer: "drill" is practice, after which the next date stays. */
  purpose: z.enum(["study", "drill"]),
  flagged: z.boolean(),
  /** It was forgotten so often that a lesson comes before the question. */
  lesson: z.boolean(),
  state: CardStateSchema.or(z.literal("new")),
  /** Probability that the learner recalls it now; null for a new question. */
  recall: z.number().min(0).max(1).nullable(),
});
export type QueueItem = z.output<typeof QueueItemSchema>;

export const QueueResponseSchema = z.object({
  items: z.array(QueueItemSchema),
  counts: QueueCountsSchema,
  /** When something is due again after all of this is done; null when nothing is. */
  nextDueAt: z.iso.datetime().nullable(),
  /** Questions that the session still holds, these items included. */
  left: count,
  /** What an answer takes this learner, in seconds; a usual figure unless the session is timed. */
  secondsPerAnswer: z.number(),
  serverNow: z.iso.datetime(),
});
export type QueueResponse = z.output<typeof QueueResponseSchema>;
