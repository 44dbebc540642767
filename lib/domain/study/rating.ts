import { z } from "zod";

/** What FSRS is told of an answer: 1 Again, 2 Hard, 3 Good, 4 Easy. */
export const RATINGS = [1, 2, 3, 4] as const;
export type Rating = (typeof RATINGS)[number];

export const RatingSchema = z
  .literal(RATINGS, "A rating is 1 (Again), 2 (Hard), 3 (Good) or 4 (Easy).")
  .meta({ description: "1 Again, 2 Hard, 3 Good, 4 Easy" });
