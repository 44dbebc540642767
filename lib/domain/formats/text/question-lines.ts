import type { Exhibit } from "@/lib/domain/questions/content";
import type { PublicBody, PublicQuestion } from "@/lib/domain/questions/to-public";

const LINE = "_______________";

/** A, B, C … for display positions. */
export const letterOf = (position: number): string => String.fromCharCode(65 + position);

/** What a question asks, without anything of its key. */
export const questionLines = ({ prompt, exhibits, body }: PublicQuestion): string[] => [
  prompt,
  ...exhibits.flatMap((exhibit) => ["", ...exhibitLines(exhibit)]),
  "",
  ...bodyLines(body),
];

const indented = (text: string): string[] =>
  text
    .trimEnd()
    .split(/\r\n?|\n/u)
    .map((line) => `    ${line}`);

function exhibitLines(exhibit: Exhibit): string[] {
  const title = exhibit.title === undefined ? [] : [`${exhibit.title}:`];
  return exhibit.type === "diagram"
    ? [...title, `[Drawing: ${exhibit.alt}]`]
    : [...title, ...indented(exhibit.text)];
}

const lettered = (texts: readonly string[]): string[] =>
  texts.map((text, position) => `${letterOf(position)}) ${text}`);

function bodyLines(body: PublicBody): string[] {
  switch (body.kind) {
    case "single":
      return lettered(body.options);
    case "multiple":
      return ["(Several may be right.)", ...lettered(body.options)];
    case "true-false":
      return ["True or false? And why?", ...lettered(body.reasons)];
    case "match":
      return [...body.lefts.map((left) => `___ ${left}`), "", ...lettered(body.rights)];
    case "order":
      return ["Put in order:", ...lettered(body.items)];
    case "short":
      return [`Answer: ${LINE}`];
    case "number":
      return [numberLine(body)];
    case "blanks":
      return blankLines(body);
    case "kubectl":
      return [...givenLines(body.given), `$ ${LINE}${LINE}`];
    case "open":
      return [LINE.repeat(4), LINE.repeat(4), LINE.repeat(4)];
  }
}

type Body<K extends PublicBody["kind"]> = Extract<PublicBody, { kind: K }>;

const numberLine = ({ form, unit }: Body<"number">): string =>
  `Answer: ${form === "range" ? `${LINE} to ${LINE}` : LINE} ${unit ?? ""}`.trimEnd();

function blankLines({ segments }: Body<"blanks">): string[] {
  let number = 0;
  const choices: string[] = [];
  const text = segments.map((segment) => {
    if ("text" in segment) return segment.text;
    number++;
    if (segment.choices) choices.push(`(${number}) one of: ${segment.choices.join(", ")}`);
    return `__(${number})__`;
  });
  return [...indented(text.join("")), ...(choices.length > 0 ? ["", ...choices] : [])];
}

function givenLines(given: Body<"kubectl">["given"]): string[] {
  const { namespace, context, objects, aliases, variables, files, stdin } = given;
  const pairs = (record: Record<string, string>): string =>
    Object.entries(record)
      .map(([name, value]) => `${name}=${value}`)
      .join(", ");
  const lines = [
    context === null ? "" : `Context: ${context}`,
    namespace === null ? "" : `Namespace: ${namespace}`,
    objects.length === 0 ? "" : `In the cluster: ${objects.join(", ")}`,
    Object.keys(aliases).length === 0 ? "" : `Aliases: ${pairs(aliases)}`,
    Object.keys(variables).length === 0 ? "" : `Variables: ${pairs(variables)}`,
    ...files.flatMap(({ path, text }) => [`File ${path}:`, ...indented(text)]),
    ...(stdin === null ? [] : ["Standard input:", ...indented(stdin)]),
  ].filter((line) => line !== "");
  return lines.length > 0 ? [...lines, ""] : [];
}
