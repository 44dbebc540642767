/** What is asked of the author for each kind: one line each. */
import type { ReactNode } from "react";

import { BlanksFields } from "@/components/author/editor/kinds/blanks-fields";
import {
  MultipleFields,
  SingleFields,
  TrueFalseFields,
} from "@/components/author/editor/kinds/choice-fields";
import { KubectlFields } from "@/components/author/editor/kinds/kubectl-fields";
import { OpenFields } from "@/components/author/editor/kinds/open-fields";
import {
  MatchFields,
  NumberFields,
  OrderFields,
  ShortFields,
} from "@/components/author/editor/kinds/typed-fields";
import type { Kind } from "@/lib/domain/questions/registry";

export const KIND_FIELDS: Record<Kind, () => ReactNode> = {
  single: SingleFields,
  multiple: MultipleFields,
  "true-false": TrueFalseFields,
  match: MatchFields,
  order: OrderFields,
  short: ShortFields,
  number: NumberFields,
  blanks: BlanksFields,
  kubectl: KubectlFields,
  open: OpenFields,
};
