/** What `kubectl delete -i` reads as the reply to its question. */
import { normalPath } from "../normal-path";
import type { PlanInput } from "../plan-input";

/** Null where somebody sits at a terminal: who deletes with -i is taken to say yes. */
export function saysYes(input: PlanInput): boolean | null {
  const text = repliedWith(input);
  if (text === null) return null;
  const [first = ""] = text.split("\n");
  return /^[yY]$/.test(first.trim());
}

/** Of what is fed to kubectl, a manifest read by `-f -` leaves nothing. */
function repliedWith({ invocation: { stdin }, flags, world }: PlanInput): string | null {
  const isRead = flags.entries("filename").some(({ text }) => text === "-");
  if (isRead) return stdin === null && world.readStdin() === null ? null : "";
  if (stdin === null) return world.readStdin();
  return stdin.kind === "text" ? stdin.text : world.readFile(normalPath(stdin.path));
}
