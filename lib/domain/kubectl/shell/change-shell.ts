/** Commands that change the shell for later lines: `export`, `alias`, `unset`, `unalias`. */
import type { ShellWord } from "../invocation";
import type { Shell } from "./shell-state";

const ASSIGNMENT = /^([A-Za-z_]\w*)=([\s\S]*)$/;
const ALIAS = /^([^=\s]+)=([\s\S]*)$/;

/** False when the words are some other program. */
export function changeShell(words: readonly ShellWord[], shell: Shell): boolean {
  const args = words.slice(1).map(({ text }) => text);
  switch (words[0]?.text ?? "") {
    case "export":
    case "declare":
    case "typeset":
    case "readonly":
      define(args, ASSIGNMENT, (name, value) => shell.values.set(name, value));
      return true;
    case "alias":
      define(args, ALIAS, (name, value) => shell.newAliases.set(name, value));
      return true;
    case "unset":
      for (const arg of args) shell.values.delete(arg);
      return true;
    case "unalias":
      for (const arg of args) shell.newAliases.set(arg, null);
      return true;
    default:
      return false;
  }
}

function define(
  args: readonly string[],
  pattern: RegExp,
  set: (name: string, value: string) => void,
): void {
  for (const arg of args) {
    const [, name, value] = pattern.exec(arg) ?? [];
    if (name !== undefined && value !== undefined) set(name, value);
  }
}
