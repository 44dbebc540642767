/** What Go says of a template that it cannot read: unclosed actions, blocks without end, unknown functions. */

const OPENS = new Set(["if", "range", "with", "define", "block"]);
const WORDS = new Set([
  ...OPENS,
  ..."else end template break continue nil true false".split(" "),
  ..."and or not len index slice print printf println html js urlquery call".split(" "),
  ..."eq ne lt le gt ge exists base64decode".split(" "),
]);

/** `template: output:1: unclosed action`; null when nothing is wrong that can be told from here. */
export function goTemplateProblem(template: string): string | null {
  let depth = 0;
  let at = 0;
  for (;;) {
    const open = template.indexOf("{{", at);
    if (open < 0) break;
    const say = (text: string) => `template: output:${lineOf(template, open)}: ${text}`;
    const close = template.indexOf("}}", open);
    if (close < 0) return say("unclosed action");
    const words = wordsOf(template.slice(open + 2, close));
    const unknown = words.find((word) => !WORDS.has(word));
    if (unknown !== undefined) return say(`function ${JSON.stringify(unknown)} not defined`);
    if (words[0] === "end" && depth === 0) return say("unexpected {{end}}");
    if (words[0] === "end") depth--;
    else if (OPENS.has(words[0] ?? "")) depth++;
    at = close + 2;
  }
  return depth > 0 ? `template: output:${lineOf(template, template.length)}: unexpected EOF` : null;
}

const lineOf = (text: string, at: number) => String(text.slice(0, at).split("\n").length);

/** Bare words of an action: neither fields (.a), variables ($a), texts nor comments. */
const wordsOf = (action: string): string[] =>
  action
    .replace(/^-?\s*\/\*[\s\S]*?\*\//, "")
    .replace(/"(?:[^"\\]|\\.)*"|`[^`]*`|'(?:[^'\\]|\\.)*'/g, " ")
    .match(/(?<![\w.$])[A-Za-z_]\w*/g)
    ?.slice() ?? [];
