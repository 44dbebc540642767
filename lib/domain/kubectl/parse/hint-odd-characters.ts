/** A typographic dash or quote explains most refusals better than anything else. */
import type { Notice } from "../invocation";
import type { Refusal } from "../model";

const ODD = new Set(["en-dash", "smart-quote", "odd-space"]);

export function hintOddCharacters(refusal: Refusal, notices: readonly Notice[]): Refusal {
  const { start, end } = refusal.span;
  const odd = notices.filter(({ code }) => ODD.has(code));
  const notice = odd.find(({ span }) => span.start >= start && span.end <= end) ?? odd[0];
  return notice === undefined ? refusal : { ...refusal, hint: notice.message };
}
