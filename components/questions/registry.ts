/** How each kind of question is asked: one line each. */
import { blanksView } from "@/components/questions/kinds/blanks";
import { kubectlView } from "@/components/questions/kinds/kubectl";
import { matchView } from "@/components/questions/kinds/match";
import { multipleView } from "@/components/questions/kinds/multiple";
import { numberView } from "@/components/questions/kinds/number";
import { openView } from "@/components/questions/kinds/open";
import { orderView } from "@/components/questions/kinds/order";
import { shortView } from "@/components/questions/kinds/short";
import { singleView } from "@/components/questions/kinds/single";
import { trueFalseView } from "@/components/questions/kinds/true-false";
import type { AnyView } from "@/components/questions/kind-view";
import type { Kind } from "@/lib/domain/questions/registry";

const VIEWS: Record<Kind, AnyView> = {
  single: singleView,
  multiple: multipleView,
  "true-false": trueFalseView,
  match: matchView,
  order: orderView,
  short: shortView,
  number: numberView,
  blanks: blanksView,
  kubectl: kubectlView,
  open: openView,
};

export const viewOf = (kind: Kind): AnyView => VIEWS[kind];
