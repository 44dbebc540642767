/**
 * Reads reviews back from a file: our JSON, in which each review has a line of its own,
 * or CSV with the columns of FSRS tools. Line by line, so that every problem has a line
 * and a large file can be read in pieces.
 */
import { z } from "zod";

import { readCsvLine } from "@/lib/domain/learner-data/read-csv-line";
import { PURPOSES, type Purpose } from "@/lib/domain/study/purpose";
import type { Rating } from "@/lib/domain/study/rating";

export type ReadReview = {
  line: number;
  /** Null in files of other tools. */
  id: string | null;
  questionId: string;
  reviewedAt: Date;
  rating: Rating;
  durationMs: number;
  purpose: Purpose;
};

export type LineProblem = { line: number; message: string };

export type LineReader = (line: string, number: number) => ReadReview | LineProblem | null;

const LONGEST_MS = 3_600_000;

const RowSchema = z.object({
  id: z.uuid("review_id is not a UUID.").nullable(),
  questionId: z.string().min(1, "The question is missing.").max(200, "That is no question's id."),
  reviewedAt: z
    .number("The time is missing.")
    .int()
    .min(946_684_800_000, "The time is before 2000."),
  rating: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)], {
    error: "The rating is not 1, 2, 3 or 4.",
  }),
  durationMs: z.number("The duration is not a number.").min(0, "The duration is negative."),
  purpose: z.enum(PURPOSES, "The purpose is not one of ours."),
});

/** How to read the lines of a file, told from its first line; null for a file of another kind. */
export function lineReader(firstLine: string): LineReader | null {
  if (firstLine.trim() === "{") return readJsonLines();
  const columns = readCsvLine(firstLine.trim().replace(/^\uFEFF/u, ""));
  const needed = ["card_id", "review_time", "review_rating"];
  return columns && needed.every((name) => columns.includes(name)) ? readCsv(columns) : null;
}

function readCsv(columns: readonly string[]): LineReader {
  return (line, number) => {
    if (number === 1 || line.trim() === "") return null;
    const fields = readCsvLine(line.trimEnd());
    if (fields?.length !== columns.length) {
      return { line: number, message: `There should be ${columns.length} fields.` };
    }
    const field = (name: string) => fields[columns.indexOf(name)] ?? "";
    return checked(number, {
      id: field("review_id") || null,
      questionId: field("card_id"),
      reviewedAt: numberOf(field("review_time")),
      rating: numberOf(field("review_rating")),
      durationMs: numberOf(field("review_duration")) ?? 0,
      purpose: field("purpose") || "study",
    });
  };
}

const numberOf = (text: string): number | undefined =>
  /^-?\d+$/u.test(text) ? Number(text) : undefined;

const OursSchema = z.looseObject({
  id: z.unknown(),
  questionId: z.unknown(),
  reviewedAt: z.string(),
  rating: z.unknown(),
  durationMs: z.unknown(),
  purpose: z.unknown(),
  undoneAt: z.string().nullish(),
});

/** Lines before and after the list of reviews hold other things. */
function readJsonLines(): LineReader {
  let isInside = false;
  return (line, number) => {
    const text = line.trim();
    if (!isInside) {
      isInside = text === '"reviews": [';
      return null;
    }
    if (text.startsWith("]")) {
      isInside = false;
      return null;
    }
    const row = OursSchema.safeParse(parsed(text.replace(/,$/u, "")));
    if (!row.success) return { line: number, message: "This is not a review." };
    const { undoneAt, reviewedAt, ...rest } = row.data;
    return undoneAt ? null : checked(number, { ...rest, reviewedAt: Date.parse(reviewedAt) });
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function checked(line: number, row: object): ReadReview | LineProblem {
  const result = RowSchema.safeParse(row);
  if (!result.success) {
    return { line, message: result.error.issues[0]?.message ?? "This is not a review." };
  }
  const { reviewedAt, durationMs, ...rest } = result.data;
  return {
    line,
    ...rest,
    reviewedAt: new Date(reviewedAt),
    durationMs: Math.min(durationMs, LONGEST_MS),
  };
}
