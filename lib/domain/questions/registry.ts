/** The kinds of questions: one line each. Everything else is derived from this list. */
import { blanks } from "@/lib/domain/questions/kinds/blanks";
import { kubectl } from "@/lib/domain/questions/kinds/kubectl";
import { match } from "@/lib/domain/questions/kinds/match";
import { multiple } from "@/lib/domain/questions/kinds/multiple";
import { number } from "@/lib/domain/questions/kinds/number";
import { open } from "@/lib/domain/questions/kinds/open";
import { order } from "@/lib/domain/questions/kinds/order";
import { short } from "@/lib/domain/questions/kinds/short";
import { single } from "@/lib/domain/questions/kinds/single";
import { trueFalse } from "@/lib/domain/questions/kinds/true-false";
import type { QuestionKind } from "@/lib/domain/questions/question-kind";

const KINDS = {
  single,
  multiple,
  "true-false": trueFalse,
  match,
  order,
  short,
  number,
  blanks,
  kubectl,
  open,
};

export type Kind = keyof typeof KINDS;

type TypesOf<Q> = Q extends QuestionKind<infer T> ? T : never;

/** The types of each kind, by its name. */
export type TypesByKind = { [K in Kind]: TypesOf<(typeof KINDS)[K]> };

/**
 * The same list, typed so that `KIND_REGISTRY[kind].grade(drawn)` is known to take what
 * belongs to `kind` even where `kind` is a type parameter.
 */
export const KIND_REGISTRY: { readonly [K in Kind]: QuestionKind<TypesByKind[K]> } = KINDS;

export const KIND_NAMES = Object.keys(KINDS) as unknown as readonly [Kind, ...Kind[]];

export const isKind = (name: unknown): name is Kind =>
  typeof name === "string" && Object.hasOwn(KINDS, name);
