/** A number, or a range given by its two ends. */
import { z } from "zod";

import {
  errorAt,
  gradeOf,
  keptAs,
  TextSchema,
  type Problem,
  type QuestionKind,
} from "@/lib/domain/questions/question-kind";

/** A number as written, or a parameter that stands for one. */
const NumericSchema = z.union([z.number(), z.string().regex(/\{\{.+\}\}/u)]);

const ValueSchema = z.strictObject({
  value: NumericSchema,
  tolerance: z.number().min(0).exactOptional(),
});
const RangeSchema = z.strictObject({ from: NumericSchema, to: NumericSchema });

const NumberBodySchema = z.strictObject({
  answer: z.union([ValueSchema, RangeSchema]),
  unit: TextSchema.exactOptional(),
  near: z
    .array(
      z.union([
        z.strictObject({ value: NumericSchema, why: TextSchema }),
        z.strictObject({ from: NumericSchema, to: NumericSchema, why: TextSchema }),
      ]),
    )
    .exactOptional(),
});
const NumberAnswerSchema = z.strictObject({
  kind: z.literal("number"),
  value: z.number().exactOptional(),
  from: z.number().exactOptional(),
  to: z.number().exactOptional(),
});

const KeptSchema = z.strictObject({ from: z.number(), to: z.number() });

type Body = z.output<typeof NumberBodySchema>;
type Answer = z.output<typeof NumberAnswerSchema>;

/** A single value is a range whose ends are equal, but for how it is asked. */
type Interval = { from: number; to: number };

type NumberTypes = {
  kind: "number";
  body: Body;
  drawn: {
    form: "value" | "range";
    wanted: Interval;
    tolerance: number;
    unit: string | null;
    near: (Interval & { why: string })[];
    /** Right too, to the same tolerance. */
    also: Interval[];
  };
  public: { kind: "number"; form: "value" | "range"; unit: string | null };
  answer: Answer;
  /** `why` is the feedback on a known wrong answer; `fromRight` and `toRight` are equal for a value. */
  detail: { kind: "number"; fromRight: boolean; toRight: boolean; why: string | null };
  solution: {
    kind: "number";
    form: "value" | "range";
    from: number;
    to: number;
    tolerance: number;
    unit: string | null;
  };
};

const intervalOf = (
  written: { value: number | string } | { from: number | string; to: number | string },
): Interval =>
  "value" in written
    ? { from: Number(written.value), to: Number(written.value) }
    : { from: Number(written.from), to: Number(written.to) };

/** Accepts a value as the two ends of a range, so that a client's mix-up of forms is graded, not crashed on. */
const givenInterval = (answer: Answer): Interval => ({
  from: answer.from ?? answer.value ?? Number.NaN,
  to: answer.to ?? answer.value ?? Number.NaN,
});

export const number: QuestionKind<NumberTypes> = {
  kind: "number",
  bodySchema: NumberBodySchema,
  answerSchema: NumberAnswerSchema,
  draw: (body) => ({
    form: "value" in body.answer ? "value" : "range",
    wanted: intervalOf(body.answer),
    tolerance: "value" in body.answer ? (body.answer.tolerance ?? 0) : 0,
    unit: body.unit ?? null,
    near: (body.near ?? []).map((near) => ({ ...intervalOf(near), why: near.why })),
    also: [],
  }),
  toPublic: ({ form, unit }) => ({ kind: "number", form, unit }),
  grade: ({ wanted, tolerance, near, also }, answer) => {
    const given = givenInterval(answer);
    const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= tolerance;
    const gained = also.find(({ from, to }) => isNear(given.from, from) && isNear(given.to, to));
    const { from, to } = gained ?? wanted;
    const fromRight = isNear(given.from, from);
    const toRight = isNear(given.to, to);
    const known = near.find((miss) => miss.from === given.from && miss.to === given.to);
    const right = fromRight && toRight;
    return gradeOf(right ? 1 : 0, {
      kind: "number",
      fromRight,
      toRight,
      why: right ? null : (known?.why ?? null),
    });
  },
  solution: ({ form, wanted, tolerance, unit }) => ({
    kind: "number",
    form,
    ...wanted,
    tolerance,
    unit,
  }),
  alsoRight: {
    keep: (_drawn, answer) => givenInterval(answer),
    add: (drawn, kept) => ({ ...drawn, also: keptAs(KeptSchema, kept) }),
  },
  modelAnswer: ({ form, wanted }) =>
    form === "value" ? { kind: "number", value: wanted.from } : { kind: "number", ...wanted },
  check: ({ answer, near = [] }) =>
    near.flatMap((miss, index) =>
      "value" in miss === "value" in answer
        ? []
        : [
            errorAt(
              ["near", index],
              "A near miss takes the form of the answer: value, or from and to",
            ),
          ],
    ),
  checkDrawn: ({ wanted, tolerance, near }) => [
    ...checkInterval(wanted, ["answer"]),
    ...near.flatMap((miss, index) => [
      ...checkInterval(miss, ["near", index]),
      ...(Math.abs(miss.from - wanted.from) <= tolerance &&
      Math.abs(miss.to - wanted.to) <= tolerance
        ? [errorAt(["near", index], "This wrong answer is also accepted")]
        : []),
    ]),
  ],
};

function checkInterval({ from, to }: Interval, path: Problem["path"]): Problem[] {
  if (!Number.isFinite(from) || !Number.isFinite(to)) {
    return [errorAt(path, "A parameter used here is not a number")];
  }
  return from > to ? [errorAt(path, "`from` is greater than `to`")] : [];
}
