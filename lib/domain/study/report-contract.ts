/** `POST /api/v1/reports`: a learner says what is wrong with a question. */
import { z } from "zod";

import { AnswerSchema } from "@/lib/domain/study/question-shapes";
import { MOST_REPORT_CHARACTERS, PROBLEM_KINDS } from "@/lib/domain/study/problem-kinds";
import { QuestionIdSchema, TicketSchema } from "@/lib/domain/study/queue-contract";

const ReportIdSchema = z.uuidv7("An id is a UUID of version 7.").toLowerCase();

/** What was on screen: an answered question by its review, any other by its ticket. */
const AboutSchema = z.union([
  z.strictObject({ reviewId: z.uuid().toLowerCase() }),
  z.strictObject({
    ticket: TicketSchema,
    /** What is typed so far; null when that is nothing. */
    answer: AnswerSchema.nullable(),
  }),
]);

export const ReportRequestSchema = z
  .strictObject({
    /** Made by the client: sending it again is the same report. */
    id: ReportIdSchema,
    about: AboutSchema,
    kind: z.enum(PROBLEM_KINDS),
    text: z.string().trim().max(MOST_REPORT_CHARACTERS),
  })
  .refine(({ kind, text }) => kind !== "other" || text !== "", {
    path: ["text"],
    message: "Say what is wrong.",
  });
export type ReportRequest = z.output<typeof ReportRequestSchema>;

/** That it was taken, and nothing of the question. */
export const ReportReceiptSchema = z.object({
  id: z.uuid(),
  questionId: QuestionIdSchema,
  createdAt: z.iso.datetime(),
});
export type ReportReceipt = z.output<typeof ReportReceiptSchema>;

const reportOfSomebody = { reporterId: z.uuid().toLowerCase(), id: z.uuid().toLowerCase() };

export const CloseReportSchema = z.strictObject({
  ...reportOfSomebody,
  note: z
    .string()
    .trim()
    .min(1, "Say what became of it: the reporter reads this.")
    .max(MOST_REPORT_CHARACTERS, `At most ${MOST_REPORT_CHARACTERS} characters.`),
});
export type CloseReport = z.output<typeof CloseReportSchema>;

export const ReopenReportSchema = z.strictObject(reportOfSomebody);
export type ReopenReport = z.output<typeof ReopenReportSchema>;
