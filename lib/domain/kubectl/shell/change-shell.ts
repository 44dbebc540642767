/** Commands that change the shell for later lines: `export`, `alias`, `unset`, `unalias`. */
import type { ShellWord } from "../invocation";
import type { Refusal } from "../model";
import type { Shell } from "./shell-state";

const DECLARATIONS = new Set(["export", "declare", "typeset", "readonly"]);
const ASSIGNMENT = /^([A-Za-z_]\w*)=([\s\S]*)$/;
const NAME = /^[A-Za-z_]\w*$/;
const ALIAS = /^([^=\s]+)=([\s\S]*)$/;

/** Null when the words are some other program. */
export function changeShell(words: readonly ShellWord[], shell: Shell): "done" | Refusal | null {
  const [program, ...args] = words;
  if (program === undefined) return null;
  if (DECLARATIONS.has(program.text)) return declareNames(program.text, args, shell);
  switch (program.text) {
    case "alias":
      defineAliases(args, shell);
      return "done";
    case "unset":
      for (const { text } of args) shell.values.delete(text);
      return "done";
    case "unalias":
      for (const { text } of args) shell.newAliases.set(text, null);
      return "done";
    default:
      return null;
  }
}

function defineAliases(args: readonly ShellWord[], shell: Shell): void {
  for (const { text } of args) {
    const [, name, value] = ALIAS.exec(text) ?? [];
    if (name !== undefined && value !== undefined) shell.newAliases.set(name, value);
  }
}

/** Options come first; after them every word is a name or an assignment. */
function declareNames(program: string, args: readonly ShellWord[], shell: Shell): "done" | Refusal {
  const first = args.findIndex(({ text }) => !text.startsWith("-"));
  const names = first < 0 ? [] : args.slice(first);
  for (const { text } of names) {
    const [, name, value] = ASSIGNMENT.exec(text) ?? [];
    if (name !== undefined && value !== undefined) shell.values.set(name, value);
  }
  const broken = names.find(({ text }) => !ASSIGNMENT.test(text) && !NAME.test(text));
  if (broken === undefined) return "done";
  return {
    code: "invalid-identifier",
    message: `bash: ${program}: \`${broken.text}': not a valid identifier`,
    span: { start: broken.start, end: broken.end },
    hint: `A value with blanks needs quotes: ${program} NAME="…".`,
  };
}
