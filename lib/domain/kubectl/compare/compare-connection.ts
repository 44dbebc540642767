/** Compares whom two answers talk to, and as whom: --context, --server, --as … */
import type { Finding } from "../model";
import type { JsonObject } from "../plan/plan-model";
import { diffJson } from "./diff-json";
import type { Weighed } from "./difference";
import { show, wrong } from "./difference";

export const compareConnection = (
  expected: JsonObject,
  got: JsonObject,
  span: Finding["span"],
): Weighed[] =>
  diffJson(expected, got).map(({ path, expected: wanted, got: typed }) => {
    const flag = `--${path.join(".")}`;
    return wrong({
      code: "wrong-connection",
      field: path.join("."),
      expected: show(wanted),
      got: show(typed),
      span,
      message: sayConnection(flag, show(wanted), show(typed)),
    });
  });

function sayConnection(flag: string, wanted: string | null, typed: string | null): string {
  if (wanted === null) return `The task does not ask for ${flag} ${typed ?? ""}.`;
  if (typed === null) return `${flag} ${wanted} is missing.`;
  return `${flag} should be ${wanted}, not ${typed}.`;
}
