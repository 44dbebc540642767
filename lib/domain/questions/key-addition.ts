/**
 * Answers that turned out to be right too, kept beside the key as it was written. Each
 * belongs to the variant that it was given to: what is right of three replicas may be
 * wrong of five.
 */
import { z } from "zod";

import { canonicalJson } from "@/lib/domain/canonical-json";
import type { Draw } from "@/lib/domain/questions/parameters";

const ScalarSchema = z.union([z.string(), z.number(), z.boolean()]);

export const KeyAdditionSchema = z.strictObject({
  /** What the question's parameters were; null for a question without any. */
  values: z
    .record(z.string(), z.union([ScalarSchema, z.record(z.string(), ScalarSchema)]))
    .nullable(),
  /** As the kind keeps it: texts instead of display positions, which every shuffle moves. */
  answer: z.looseObject({}),
});
export type KeyAddition = z.output<typeof KeyAdditionSchema>;

/** Null for a question without parameters. */
export const valuesOf = (draw: Draw): KeyAddition["values"] =>
  Object.keys(draw).length === 0 ? null : { ...draw };

/** Whether an addition was made to the variant with these values. */
export const isOfVariant = (addition: KeyAddition, draw: Draw): boolean =>
  sameJson(addition.values, valuesOf(draw));

const isSameAddition = (a: KeyAddition, b: KeyAddition): boolean => sameJson(a, b);

/** Those that are there and those that come to them, each once. */
export const withAdditions = (
  there: readonly KeyAddition[],
  more: readonly KeyAddition[],
): KeyAddition[] =>
  more.reduce<KeyAddition[]>(
    (all, one) => (all.some((other) => isSameAddition(one, other)) ? all : [...all, one]),
    [...there],
  );

/** Those of the first list that are not in the second. */
export const withoutAdditions = (
  there: readonly KeyAddition[],
  less: readonly KeyAddition[],
): KeyAddition[] => there.filter((one) => !less.some((other) => isSameAddition(one, other)));

const sameJson = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);
