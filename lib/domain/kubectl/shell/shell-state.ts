/** What earlier lines and the task left in the shell. */
import type { ShellContext } from "../model";
import type { Allowance } from "./allowance";

export type Shell = {
  /** In force for the line being read. */
  readonly aliases: Map<string, string>;
  /** Defined on this line: in force from the next line on; null removes. */
  readonly newAliases: Map<string, string | null>;
  readonly values: Map<string, string>;
  readonly allowance: Allowance;
};

export const newShell = (context: ShellContext, allowance: Allowance): Shell => ({
  aliases: new Map(Object.entries(context.aliases ?? {})),
  newAliases: new Map(),
  values: new Map(Object.entries(context.variables ?? {})),
  allowance,
});

/** A shell replaces aliases when it reads a line, so that new ones act from the next line on. */
export function startLine(shell: Shell): void {
  if (shell.newAliases.size === 0) return;
  for (const [name, text] of shell.newAliases) {
    if (text === null) shell.aliases.delete(name);
    else shell.aliases.set(name, text);
  }
  shell.newAliases.clear();
}
