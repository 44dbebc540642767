import { z } from "zod";

import { ClassRefSchema } from "@/lib/domain/classes/class-input";

const IdSchema = z.uuid().toLowerCase();

const WEIGHT = "Enter a weight from 0 to 1000. Only the proportions of the weights count.";
const DROPS = "Enter a whole number from 0 to 50.";

const categoryFields = {
  name: z.string().trim().min(1, "Give the category a name.").max(60, "Use at most 60 characters."),
  weight: z.coerce.number(WEIGHT).min(0, WEIGHT).max(1_000, WEIGHT),
  dropLowest: z.coerce.number(DROPS).int(DROPS).min(0, DROPS).max(50, DROPS),
};

export const NewCategorySchema = ClassRefSchema.extend(categoryFields);
export type NewCategory = z.output<typeof NewCategorySchema>;

export const CategoryRefSchema = ClassRefSchema.extend({ categoryId: IdSchema });
export type CategoryRef = z.output<typeof CategoryRefSchema>;

export const CategoryChangeSchema = CategoryRefSchema.extend(categoryFields);
export type CategoryChange = z.output<typeof CategoryChangeSchema>;

export const CategoryMoveSchema = CategoryRefSchema.extend({ direction: z.enum(["up", "down"]) });
export type CategoryMove = z.output<typeof CategoryMoveSchema>;

/** Two lists of the same length: an assignment, and its category or "" for none. */
export const PlacesSchema = ClassRefSchema.extend({
  assignmentIds: z.array(IdSchema).max(1_000),
  categoryIds: z.array(z.union([IdSchema, z.literal("")])).max(1_000),
}).refine(
  ({ assignmentIds, categoryIds }) => assignmentIds.length === categoryIds.length,
  "Each assignment needs a place.",
);
export type Places = z.output<typeof PlacesSchema>;

export const MissingRuleSchema = ClassRefSchema.extend({ missing: z.enum(["zero", "left-out"]) });
export type MissingRule = z.output<typeof MissingRuleSchema>;

/** What of the gradebook is shown; anything else is as if it were not said. */
export const GradebookQuerySchema = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  sort: z.enum(["name", "grade", "-grade"]).catch("name"),
  section: z.uuid().nullable().catch(null),
  text: z.string().trim().max(100).catch(""),
});
export type GradebookQuery = z.output<typeof GradebookQuerySchema>;
