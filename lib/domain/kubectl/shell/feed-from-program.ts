/** `cat <<E | kubectl …`, `cat file | kubectl …`, `echo text | kubectl …`: what they feed. */
import type { ShellCommand, StandardInput } from "../invocation";

type Feeding = Pick<ShellCommand, "words" | "stdin" | "outputFile">;

/** Null when what the program prints is not known. */
export function feedFromProgram(command: Feeding): StandardInput | null {
  const [program, ...args] = command.words;
  const [first] = args;
  if (program === undefined || command.outputFile !== null) return null;
  if (program.text === "cat") {
    if (first === undefined || (first.text === "-" && args.length === 1)) return command.stdin;
    if (args.length > 1 || first.text.startsWith("-")) return null;
    return { kind: "file", path: first.text, span: { start: first.start, end: first.end } };
  }
  if (program.text !== "echo" || first === undefined) return null;
  if (/^-[neE]+$/.test(first.text)) return null;
  const span = { start: first.start, end: args.at(-1)?.end ?? first.end };
  return { kind: "text", text: `${args.map(({ text }) => text).join(" ")}\n`, span };
}
