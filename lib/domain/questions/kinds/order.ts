/**
 * Items to be put in the right order; items of equal rank may stand in any order.
 *
 * Score: of all pairs of items that have an order, those placed the right way round less
 * those placed the wrong way round, as a share, at least 0 (Kendall's tau, cut at 0). A
 * pair with an item that the answer leaves out counts for neither.
 */
import { z } from "zod";

import { checkDistinct } from "@/lib/domain/questions/choices";
import {
  errorAt,
  gradeOf,
  PositionSchema,
  TextSchema,
  type QuestionKind,
} from "@/lib/domain/questions/question-kind";

const OrderBodySchema = z.strictObject({
  items: z
    .array(
      z.strictObject({
        text: TextSchema,
        why: TextSchema.exactOptional(),
        rank: z.int().min(1).exactOptional(),
      }),
    )
    .min(2)
    .max(12),
});
const OrderAnswerSchema = z.strictObject({
  kind: z.literal("order"),
  order: z.array(PositionSchema).max(100),
});

type OrderTypes = {
  kind: "order";
  body: z.output<typeof OrderBodySchema>;
  drawn: { items: { text: string; why: string | null; rank: number }[] };
  public: { kind: "order"; items: string[] };
  answer: z.output<typeof OrderAnswerSchema>;
  /** `order` without repetitions; `placed` says of each of its entries whether the item may stand there. */
  detail: { kind: "order"; order: number[]; placed: boolean[] };
  /** `order` lists display positions in a right order; `ranks` gives, per display position, its rank. */
  solution: { kind: "order"; order: number[]; ranks: number[]; whys: (string | null)[] };
};

type Drawn = OrderTypes["drawn"];

/** Display positions in a right order. */
const rightOrder = ({ items }: Drawn): number[] =>
  items
    .map((item, position) => ({ rank: item.rank, position }))
    .sort((a, b) => a.rank - b.rank || a.position - b.position)
    .map(({ position }) => position);

export const order: QuestionKind<OrderTypes> = {
  kind: "order",
  bodySchema: OrderBodySchema,
  answerSchema: OrderAnswerSchema,
  draw: ({ items }, random) => ({
    // Items without a rank stand where they are written; a rank is only needed for ties.
    items: random.shuffled(
      items.map(({ text, why, rank }, index) => ({
        text,
        why: why ?? null,
        rank: rank ?? index + 1,
      })),
    ),
  }),
  toPublic: ({ items }) => ({ kind: "order", items: items.map((item) => item.text) }),
  grade: (drawn, answer) => {
    const given = [...new Set(answer.order)].filter((position) => position < drawn.items.length);
    const ranks = drawn.items.map((item) => item.rank);
    const wanted = rightOrder(drawn).map((position) => ranks[position]);
    return gradeOf(scoreOrder(given, ranks), {
      kind: "order",
      order: given,
      placed: given.map((position, place) => ranks[position] === wanted[place]),
    });
  },
  solution: (drawn) => ({
    kind: "order",
    order: rightOrder(drawn),
    ranks: drawn.items.map((item) => item.rank),
    whys: drawn.items.map((item) => item.why),
  }),
  modelAnswer: (drawn) => ({ kind: "order", order: rightOrder(drawn) }),
  check: ({ items }) => {
    const problems = checkDistinct(
      items.map((item) => item.text),
      (index) => ["items", index, "text"],
    );
    const ranked = items.filter((item) => item.rank !== undefined).length;
    if (ranked !== 0 && ranked !== items.length) {
      problems.push(errorAt(["items"], "Give every item a rank, or none"));
    }
    const ranks = items.map((item, index) => item.rank ?? index + 1);
    if (new Set(ranks).size < 2) {
      problems.push(errorAt(["items"], "There is nothing to order: all ranks are equal"));
    }
    if (ranks.some((rank, index) => rank < (ranks[index - 1] ?? 0))) {
      problems.push(errorAt(["items"], "Write the items in their right order: ranks may not fall"));
    }
    return problems;
  },
};

function scoreOrder(given: readonly number[], ranks: readonly number[]): number {
  let all = 0;
  let balance = 0;
  ranks.forEach((rank, position) => {
    ranks.forEach((otherRank, other) => {
      if (rank >= otherRank) return;
      all++;
      const [place, otherPlace] = [given.indexOf(position), given.indexOf(other)];
      if (place >= 0 && otherPlace >= 0) balance += place < otherPlace ? 1 : -1;
    });
  });
  return Math.max(0, balance / all);
}
