import type { ReactNode } from "react";

import type { AnyVerdictProps } from "@/components/questions/verdict-props";
import { BlanksVerdict } from "@/components/questions/verdicts/blanks";
import { KubectlVerdict } from "@/components/questions/verdicts/kubectl";
import { MatchVerdict } from "@/components/questions/verdicts/match";
import { MultipleVerdict } from "@/components/questions/verdicts/multiple";
import { NumberVerdict } from "@/components/questions/verdicts/number";
import { OpenVerdict } from "@/components/questions/verdicts/open";
import { OrderVerdict } from "@/components/questions/verdicts/order";
import { ShortVerdict } from "@/components/questions/verdicts/short";
import { SingleVerdict } from "@/components/questions/verdicts/single";
import { TrueFalseVerdict } from "@/components/questions/verdicts/true-false";
import type { Kind } from "@/lib/domain/questions/registry";

/** Written as a method, so that the verdict of one kind is a verdict of "some kind". */
type AnyVerdict = { show(props: AnyVerdictProps): ReactNode }["show"];

/** How the verdict of each kind is shown: one line each. */
const VERDICTS: Record<Kind, AnyVerdict> = {
  single: SingleVerdict,
  multiple: MultipleVerdict,
  "true-false": TrueFalseVerdict,
  match: MatchVerdict,
  order: OrderVerdict,
  short: ShortVerdict,
  number: NumberVerdict,
  blanks: BlanksVerdict,
  kubectl: KubectlVerdict,
  open: OpenVerdict,
};

type QuestionVerdictProps = AnyVerdictProps & { kind: Kind };

/** What was answered beside what is right, and why. Loaded apart from the asking: it comes later. */
export function QuestionVerdict({ kind, ...props }: QuestionVerdictProps) {
  const Verdict = VERDICTS[kind];
  return <Verdict {...props} />;
}
