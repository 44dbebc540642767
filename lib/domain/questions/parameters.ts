/**
 * Parameters make one question into many variants: each name has a list of values, drawn
 * independently of the others from the seed. A value that is a record keeps together what
 * belongs together: `{{size.quorum}}`.
 *
 * `{{name}}` may stand in any text of the question. Go templates in commands are left
 * alone: their actions hold a dot, a blank or one of Go's own words.
 */
import { z } from "zod";

import { seededRandom } from "@/lib/domain/questions/seeded-random";

const NAME = /^[a-zA-Z][\w-]*$/u;

const ScalarSchema = z.union([z.string(), z.number(), z.boolean()]);
type Scalar = z.output<typeof ScalarSchema>;

const ParameterValueSchema = z.union([
  ScalarSchema,
  z.record(z.string().regex(NAME), ScalarSchema),
]);
type ParameterValue = z.output<typeof ParameterValueSchema>;

export const ParametersSchema = z.record(
  z.string().regex(NAME),
  z.array(ParameterValueSchema).min(2),
);
export type Parameters = z.output<typeof ParametersSchema>;

/** One value for each name. */
export type Draw = Readonly<Record<string, ParameterValue>>;

export const drawParameters = (parameters: Parameters, seed: string): Draw =>
  Object.fromEntries(
    Object.entries(parameters).flatMap(([name, values]) => {
      const value = values[seededRandom(seed, `parameter:${name}`).below(values.length)];
      return value === undefined ? [] : [[name, value]];
    }),
  );

export const countDraws = (parameters: Parameters): number =>
  Object.values(parameters).reduce((product, values) => product * values.length, 1);

/** Every combination of values. Callers look at `countDraws` first. */
export const allDraws = (parameters: Parameters): Draw[] =>
  Object.entries(parameters).reduce<Draw[]>(
    (draws, [name, values]) =>
      draws.flatMap((draw) => values.map((value) => ({ ...draw, [name]: value }))),
    [{}],
  );

const PLACEHOLDER = /\{\{ ?([a-zA-Z][\w-]*)(?:\.([a-zA-Z][\w-]*))? ?\}\}/gu;

/** Actions of Go templates that look like a placeholder. */
const GO_WORDS = new Set(["end", "else", "break", "continue"]);

type Placeholder = { text: string; name: string; field: string | undefined };

function placeholdersIn(text: string): Placeholder[] {
  return [...text.matchAll(PLACEHOLDER)]
    .map(([found, name, field]) => ({ text: found, name: name ?? "", field }))
    .filter(({ name, field }) => field !== undefined || !GO_WORDS.has(name));
}

function resolve({ name, field }: Pick<Placeholder, "name" | "field">, draw: Draw): Scalar | null {
  const value = Object.hasOwn(draw, name) ? draw[name] : undefined;
  if (value === undefined) return null;
  if (typeof value !== "object") return field === undefined ? value : null;
  return field !== undefined && Object.hasOwn(value, field) ? (value[field] ?? null) : null;
}

function fillText(text: string, draw: Draw): string {
  // Most texts have no placeholder, and to look for one as a pattern takes several times as long.
  if (!text.includes("{{")) return text;
  return text.replaceAll(PLACEHOLDER, (found: string, name: string, field: string | undefined) => {
    const isGo = field === undefined && GO_WORDS.has(name);
    return isGo ? found : String(resolve({ name, field }, draw) ?? found);
  });
}

/** A text that is one placeholder and nothing else becomes the value itself. */
function fillTyped(text: string, draw: Draw): Scalar {
  if (!text.includes("{{")) return text;
  const [only, ...others] = placeholdersIn(text);
  if (only?.text !== text || others.length > 0) return fillText(text, draw);
  return resolve(only, draw) ?? text;
}

/**
 * The same value with every placeholder filled in, in all texts and keys however deep.
 * Below a key of `typedKeys` a number stays a number.
 */
export function fillIn<T>(value: T, draw: Draw, typedKeys: readonly string[] = []): T {
  const fill = (part: unknown, typed: boolean): unknown => {
    if (typeof part === "string") return typed ? fillTyped(part, draw) : fillText(part, draw);
    if (Array.isArray(part)) return part.map((item: unknown) => fill(item, typed));
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, item]: [string, unknown]) => [
        fillText(key, draw),
        fill(item, typed || typedKeys.includes(key)),
      ]),
    );
  };
  return fill(value, false) as T;
}

export type PlaceholderUse = { path: (string | number)[]; name: string; field: string | undefined };

/** Where a question uses which parameters. */
export function placeholderUses(value: unknown, path: (string | number)[] = []): PlaceholderUse[] {
  if (typeof value === "string") {
    return placeholdersIn(value).map(({ name, field }) => ({ path, name, field }));
  }
  if (typeof value !== "object" || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((item: unknown, index): [number, unknown] => [index, item])
    : Object.entries(value);
  return entries.flatMap(([key, item]) => [
    ...(typeof key === "string" ? placeholderUses(key, [...path, key]) : []),
    ...placeholderUses(item, [...path, key]),
  ]);
}

/** Whether a use names something that every value of its parameter has. */
export function isResolvable(use: PlaceholderUse, parameters: Parameters): boolean {
  const values = Object.hasOwn(parameters, use.name) ? parameters[use.name] : undefined;
  return values?.every((value) => resolve(use, { [use.name]: value }) !== null) ?? false;
}
