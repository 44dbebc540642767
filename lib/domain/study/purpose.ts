import { z } from "zod";

/** What an answer is for. */
export const PURPOSES = ["study", "drill", "retry", "quiz", "import"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What a learner can send: a quiz and an import make reviews of their own. */
export const AnswerPurposeSchema = z.enum(["study", "drill", "retry"]).meta({
  description:
    "study: evidence, which dates follow. drill: practice whenever one likes. retry: a second try. Practice never changes a date.",
});

/** Drills and second tries are practice: they stay in the log, and no card is folded from them. */
export const isEvidence = (purpose: Purpose): boolean => purpose !== "drill" && purpose !== "retry";
