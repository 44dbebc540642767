/**
 * Looks at the program a command runs: kubectl goes on, a misspelt or missing
 * "kubectl" is refused as the shell would, everything else is out of reach.
 */
import { isWithinEdits } from "../hints/edit-distance";
import type { Assignment, Notice, ShellCommand, ShellWord } from "../invocation";
import type { Span } from "../model";
import type { Stop } from "./stop";

/** Programs that leave no trace in a cluster or in files. */
const HARMLESS = new Set(
  "clear true false : sleep echo printf pwd ls date history complete shopt cat which type less head".split(
    " ",
  ),
);
/** Programs whose names are near "kubectl" or equal a kubectl verb. */
const OTHER_PROGRAMS = new Set(
  "kubectx kubens kubeadm kubelet set top cp diff patch exec wait kustomize edit".split(" "),
);
const VERBS = new Set(
  (
    "alpha annotate api-resources api-versions apply attach auth autoscale certificate cluster-info completion " +
    "config cordon create debug delete describe drain events explain expose get label logs options plugin " +
    "port-forward proxy replace rollout run scale taint uncordon version"
  ).split(" "),
);
/** A prompt that was pasted along: `$`, `%`, `user@host:~$`, `[root@node1 ~]#`. */
const PROMPT = /^(?:[$%❯➜»]|\S+[@:]\S*[$#]?|\[\S+@\S+)$/u;
const PROMPT_END = /^(?:[$#%>❯➜]|~\]?[$#]|\S*[$#])$/u;

/** `command kubectl …` and `time kubectl …` run kubectl. */
export function unwrapProgram(words: readonly ShellWord[]): readonly ShellWord[] {
  const wrapper = words[0]?.text;
  const inner = words[1]?.text;
  const unwraps = (wrapper === "command" || wrapper === "time") && inner !== undefined;
  return unwraps && !inner.startsWith("-") ? words.slice(1) : words;
}

/** Null for a kubectl command. */
export function judgeProgram(
  words: readonly ShellWord[],
  { notices, assignments }: Pick<ShellCommand, "notices" | "assignments">,
): Stop | "harmless" | null {
  const [program] = words;
  if (program === undefined) return "harmless";
  const name = program.text.slice(program.text.lastIndexOf("/") + 1);
  if (name === "kubectl" || name === "kubectl.exe") return null;
  const mistake = name.startsWith("-")
    ? hintFlagAsProgram(assignments)
    : findMistake(name, words, notices);
  if (mistake !== null) return notFound(program, mistake);
  if (HARMLESS.has(name)) return "harmless";
  return { kind: "unjudgeable", unjudgeable: otherProgram(program, name) };
}

/** `do=--dry-run=client -o yaml`, or a line whose backslash was forgotten. */
function hintFlagAsProgram([assignment]: readonly Assignment[]): string {
  if (assignment !== undefined) return `A value with blanks needs quotes: ${assignment.name}="…".`;
  return "A line cannot begin with a flag. Was the \\ at the end of the line before forgotten, or followed by a blank?";
}

/** The hint for a command that was meant to be kubectl; null when it was not. */
function findMistake(
  name: string,
  words: readonly ShellWord[],
  notices: readonly Notice[],
): string | null {
  if (isPrompt(words)) return "A prompt was pasted along. Leave it out and start with kubectl.";
  const odd = notices.find(
    ({ span }) => span.start >= (words[0]?.start ?? 0) && span.end <= (words[0]?.end ?? 0),
  );
  if (odd !== undefined && name.toLowerCase().startsWith("k")) return odd.message;
  if (name === "k") {
    return "There is no alias k in this shell: type kubectl, or run alias k=kubectl on a line before.";
  }
  if (VERBS.has(name)) return `${name} is a subcommand: start the line with kubectl.`;
  if (OTHER_PROGRAMS.has(name)) return null;
  if (/^kubectl\W*[a-z]/i.test(name)) return "A blank is missing after kubectl.";
  return isWithinEdits(name.toLowerCase(), "kubectl", 2) ? "The program is called kubectl." : null;
}

/** Some words that look like a prompt, then kubectl. */
function isPrompt(words: readonly ShellWord[]): boolean {
  const [first, second, third] = words.map(({ text }) => text);
  if (first === undefined || !(PROMPT.test(first) || PROMPT_END.test(second ?? ""))) return false;
  if (first === "$" || first === "%") return true;
  return isKubectl(second) || (isKubectl(third) && PROMPT_END.test(second ?? ""));
}

const isKubectl = (text: string | undefined) => text === "kubectl" || text === "k";

function notFound(program: ShellWord, hint: string): Stop {
  const span: Span = { start: program.start, end: program.end };
  const message = `${program.text}: command not found`;
  return { kind: "refused", refusal: { code: "command-not-found", message, span, hint } };
}

function otherProgram(program: ShellWord, name: string) {
  const span: Span = { start: program.start, end: program.end };
  if (name === "sudo") {
    const message = "sudo runs kubectl as root, with another kubeconfig: kubectl needs no sudo";
    return { code: "sudo", message, span };
  }
  const message = OTHER_PROGRAMS.has(name)
    ? `This runs the program ${name}. If a kubectl command was meant, start with kubectl`
    : `What ${name.slice(0, 40)} does is not known here: only kubectl is judged`;
  return { code: "other-program", message, span };
}
