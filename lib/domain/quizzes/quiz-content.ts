/** What a quiz consists of, as instructors build it and as each version of it is kept. */
import { z } from "zod";

const MOST_SECTIONS = 20;
const MOST_ITEMS = 200;
const MOST_QUESTIONS_OF_A_POOL = 500;

const QuestionIdSchema = z.string().min(3).max(200);
const TitleSchema = z.string().trim().max(120, "Use at most 120 characters.");

/** Whole hundredths, so that sums are exact enough to be compared. */
const PointsSchema = z
  .number("Enter the points as a number.")
  .min(0, "Points cannot be negative.")
  .max(1_000, "A question gives at most 1,000 points.")
  .refine((points) => Math.abs(points * 100 - Math.round(points * 100)) < 1e-6, {
    message: "Use at most two decimals.",
  });

const FixedItemSchema = z.strictObject({
  type: z.literal("question"),
  questionId: QuestionIdSchema,
  points: PointsSchema,
});

/** Each part narrows; an empty list lets everything through. */
export const PoolFilterSchema = z.strictObject({
  banks: z.array(z.string().max(100)).max(100).default([]),
  domains: z.array(z.string().max(100)).max(50).default([]),
  kinds: z.array(z.string().max(20)).max(10).default([]),
  difficulties: z.array(z.enum(["easy", "medium", "hard"])).default([]),
});
export type PoolFilter = z.output<typeof PoolFilterSchema>;

const PoolItemSchema = z.strictObject({
  type: z.literal("pool"),
  title: TitleSchema.default(""),
  /** So many are drawn for each attempt. */
  pick: z.number().int().min(1, "Pick at least one.").max(100, "Pick at most 100."),
  /** Of each question that is drawn. */
  points: PointsSchema,
  from: z.discriminatedUnion("by", [
    z.strictObject({
      by: z.literal("list"),
      questionIds: z.array(QuestionIdSchema).min(1).max(MOST_QUESTIONS_OF_A_POOL),
    }),
    z.strictObject({ by: z.literal("filter"), filter: PoolFilterSchema }),
  ]),
  /** Questions that the student has answered before come only when there are no others. */
  notSeenBefore: z.boolean().default(false),
});

export const QuizItemSchema = z.discriminatedUnion("type", [FixedItemSchema, PoolItemSchema]);
export type QuizItem = z.output<typeof QuizItemSchema>;

const SectionSchema = z.strictObject({
  title: TitleSchema.default(""),
  /** Whether each attempt has its own order of questions. */
  shuffle: z.boolean().default(false),
  items: z.array(QuizItemSchema).max(MOST_ITEMS, `A section has at most ${MOST_ITEMS} items.`),
});

export const QuizContentSchema = z
  .strictObject({
    /** Markdown, shown before the start. */
    instructions: z.string().max(5_000, "Use at most 5,000 characters.").default(""),
    sections: z
      .array(SectionSchema)
      .min(1, "A quiz has at least one section.")
      .max(MOST_SECTIONS, `A quiz has at most ${MOST_SECTIONS} sections.`),
  })
  .superRefine(({ sections }, context) => {
    const seen = new Set<string>();
    for (const [section, { items }] of sections.entries()) {
      for (const [index, item] of items.entries()) {
        if (item.type !== "question") continue;
        if (seen.has(item.questionId)) {
          context.addIssue({
            code: "custom",
            path: ["sections", section, "items", index],
            message: `${item.questionId} is in the quiz twice.`,
          });
        }
        seen.add(item.questionId);
      }
    }
  });
export type QuizContent = z.output<typeof QuizContentSchema>;

/** Points of a full score: the same for every attempt, whatever is drawn. */
export const mostPoints = (content: QuizContent): number =>
  itemsOf(content).reduce(
    (sum, item) => sum + (item.type === "pool" ? item.pick * item.points : item.points),
    0,
  );

/** How many questions an attempt has. */
export const questionCount = (content: QuizContent): number =>
  itemsOf(content).reduce((sum, item) => sum + (item.type === "pool" ? item.pick : 1), 0);

export const itemsOf = ({ sections }: QuizContent): QuizItem[] =>
  sections.flatMap(({ items }) => items);
