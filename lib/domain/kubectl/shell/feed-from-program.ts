/** `cat <<E | kubectl …`, `cat file | kubectl …`, `echo text | kubectl …`: what they feed. */
import type { ShellCommand, ShellWord, StandardInput } from "../invocation";

type Feeding = Pick<ShellCommand, "words" | "stdin" | "outputFile">;

/** Null when what the program prints is not known. */
export function feedFromProgram(command: Feeding): StandardInput | null {
  const [program, ...args] = command.words;
  if (command.outputFile !== null) return null;
  if (program?.text === "cat") return fromCat(args, command.stdin);
  return program?.text === "echo" ? fromEcho(args) : null;
}

function fromCat(args: readonly ShellWord[], stdin: StandardInput | null): StandardInput | null {
  const [file, more] = args;
  if (file === undefined) return stdin;
  if (more !== undefined) return null;
  if (file.text === "-") return stdin;
  if (file.text.startsWith("-")) return null;
  return { kind: "file", path: file.text, span: { start: file.start, end: file.end } };
}

function fromEcho(args: readonly ShellWord[]): StandardInput | null {
  const [first] = args;
  if (first === undefined || /^-[neE]+$/.test(first.text)) return null;
  const span = { start: first.start, end: args.at(-1)?.end ?? first.end };
  return { kind: "text", text: `${args.map(({ text }) => text).join(" ")}\n`, span };
}
