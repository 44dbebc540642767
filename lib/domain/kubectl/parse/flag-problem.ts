/** Why kubectl's flag parser refuses a line, with everything a hint needs. */
import type { ShellWord } from "../invocation";
import type { Span } from "../model";
import type { FlagSpec } from "../tables/tables";
import type { CommandNode } from "./command-tree";

export type FlagProblem =
  /** `--=x`, `---x` */
  | { kind: "bad-syntax"; word: ShellWord }
  | { kind: "unknown-flag"; word: ShellWord; name: string; node: CommandNode }
  /** `at`: offset of the letter in the word. */
  | { kind: "unknown-shorthand"; word: ShellWord; at: number; node: CommandNode }
  /** `shown`: how kubectl names the flag: `--image`, `'o' in -o`. */
  | { kind: "needs-argument"; word: ShellWord; spec: FlagSpec; shown: string }
  | {
      kind: "invalid-argument";
      spec: FlagSpec;
      value: string;
      message: string;
      span: Span;
      node: CommandNode;
    };
