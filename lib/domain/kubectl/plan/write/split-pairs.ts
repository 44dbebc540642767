/** Splits the words of label, annotate and set into objects and changes: objects come first. */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";

export type Pairs = { objects: readonly ShellWord[]; changes: readonly ShellWord[] };

const isChange = ({ text }: ShellWord) =>
  (text.includes("=") && !text.startsWith("=")) || (text.endsWith("-") && text !== "-");

export function splitPairs(args: readonly ShellWord[], noun: string): Planned<Pairs> {
  const first = args.findIndex(isChange);
  if (first < 0) return ok({ objects: args, changes: [] });
  const changes = args.slice(first);
  const stray = changes.find((word) => !isChange(word));
  if (stray) {
    return refuse(
      "objects-after-changes",
      `error: all resources must be specified before ${noun} changes: ${noun === "environment" ? changes.map((word) => word.text).join(" ") : stray.text}`,
      stray,
      `Write the type and name first, then every ${noun}.`,
    );
  }
  return ok({ objects: args.slice(0, first), changes });
}
