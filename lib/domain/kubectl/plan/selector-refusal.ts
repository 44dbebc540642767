/** What the server says of label and field selectors that it cannot read. */
import type { FlagUse } from "../invocation";
import { goQuote } from "../parse/go-text";
import { refuse } from "./plan-failure";
import type { ResourceRef } from "./plan-model";
import { fieldSelectorProblem, labelSelectorProblem } from "./selector-problem";

/** The server's words for selectors that it cannot read; null when it can. */
export function selectorProblem(labelUse: FlagUse | null, fieldUse: FlagUse | null) {
  const [labels, fields] = [labelUse?.value ?? "", fieldUse?.value ?? ""];
  const label = labelSelectorProblem(labels);
  const reason = label ?? fieldSelectorProblem(fields);
  const use = label === null ? fieldUse : labelUse;
  if (reason === null || !use) return null;
  const said = `label selector ${goQuote(labels)}, field selector ${goQuote(fields)}: ${reason}`;
  const [code, hint] = label === null ? BAD_FIELDS : BAD_LABELS;
  return ({ group, version, resource }: ResourceRef) =>
    refuse(
      code,
      `Error from server (BadRequest): Unable to find "${group}/${version}, Resource=${resource}" that match ${said}`,
      use.valueSpan ?? use.span,
      hint,
    );
}

const BAD_LABELS = [
  "bad-selector",
  "A selector looks like app=web or 'env in (dev,test)'.",
] as const;
const BAD_FIELDS = [
  "bad-field-selector",
  "A field selector looks like status.phase=Running.",
] as const;
