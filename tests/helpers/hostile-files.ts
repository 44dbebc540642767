/** Files that would each bring a careless reader down. */
import type { ImportFormat } from "@/lib/domain/formats/format-names";

const LARGE = 1_900_000;

const filled = (unit: string): string => unit.repeat(Math.floor(LARGE / unit.length));

const numbered = (unit: (number: number) => string, count: number): string =>
  Array.from({ length: count }, (_, number) => unit(number)).join("");

const YAML_HEAD = "questions:\n";
const xml = (inner: string): string => `<?xml version="1.0"?>\n<quiz>${inner}</quiz>`;
const cloze = (text: string): string =>
  xml(
    `<question type="cloze"><questiontext format="html"><text>${text}</text></questiontext></question>`,
  );
const prompt = (text: string): string =>
  `- {id: a, kind: open, concept: a, prompt: ${JSON.stringify(text)}, explanation: x, modelAnswer: x, ` +
  `marks: [{text: x}], sources: {docs: ["https://kubernetes.io/docs/"]}, ` +
  `competencies: [cka/storage/volume-types], difficulty: easy}\n`;

const ENTITY_BOMB = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a0 "lol">${numbered(
  (number) => `<!ENTITY a${number + 1} "${`&a${number};`.repeat(10)}">`,
  12,
)}]><quiz><question type="essay"><name><text>&a12;</text></name></question></quiz>`;

const ALIAS_BOMB = `a0: &a0 [x, x]\n${numbered(
  (number) => `a${number + 1}: &a${number + 1} [${`*a${number},`.repeat(9)}]\n`,
  12,
)}questions: *a12\n`;

export const HOSTILE_FILES: readonly (readonly [ImportFormat, () => string])[] = [
  ["yaml", () => YAML_HEAD + filled("[")],
  ["yaml", () => YAML_HEAD + filled("- ")],
  ["yaml", () => YAML_HEAD + filled("{a: ")],
  ["yaml", () => ALIAS_BOMB],
  ["yaml", () => YAML_HEAD + "- " + numbered((number) => `k${number}: 1\n  `, 150_000)],
  ["yaml", () => YAML_HEAD + numbered((number) => `- {id: q${number}}\n`, 100_000)],
  ["yaml", () => YAML_HEAD + prompt(filled("{{n}} "))],
  ["yaml", () => YAML_HEAD + prompt("which not ".repeat(9_000))],
  ["yaml", () => YAML_HEAD + prompt("`".repeat(90_000))],
  ["yaml", () => YAML_HEAD + filled("&a ")],
  ["yaml", () => YAML_HEAD + filled("? ")],
  ["yaml", () => filled("\t\n")],
  ["yaml", () => YAML_HEAD + `- "${filled("\\n")}`],
  ["gift", () => filled("{")],
  ["gift", () => filled("{}")],
  ["gift", () => `a {${filled("=a~b")}}`],
  ["gift", () => `a {${filled("=")}}`],
  ["gift", () => `a {${filled("=kubectl a=b ")}}`],
  ["gift", () => `a {#${filled("=1:2#")}}`],
  ["gift", () => filled("\\")],
  ["gift", () => filled("::")],
  ["gift", () => filled("a{=b->c}\n\n")],
  ["gift", () => filled("[html]<b>{}\n\n")],
  ["gift", () => `[html]${filled("<b>")}{}`],
  ["gift", () => `[html]${filled("<a href='x")}{}`],
  ["gift", () => `[html]${filled("<script>")}{}`],
  ["gift", () => `[html]<pre>${filled(" ")}</pre>{}`],
  ["gift", () => `[html]${filled("<ul><li>")}{}`],
  ["gift", () => `// reconcile: ${filled("[")}\na {}`],
  ["csv", () => `prompt\n${filled('"')}`],
  ["csv", () => `prompt\n${filled('"a')}`],
  ["csv", () => `prompt\n${filled(",")}`],
  ["csv", () => filled("prompt,")],
  ["csv", () => `prompt,more\na,"${filled("[")}"`],
  ["csv", () => `prompt,more\na,"${filled("{a: ")}"`],
  ["csv", () => `prompt\n${filled("'=\n")}`],
  ["csv", () => `prompt,option 1,correct\na,b,"${filled("9 ")}"`],
  ["moodle", () => ENTITY_BOMB],
  ["moodle", () => xml(filled("<a>"))],
  ["moodle", () => xml(filled("<question type='essay'/>"))],
  ["moodle", () => xml(`<question type="essay" ${numbered((n) => `a${n}="1" `, 120_000)}/>`)],
  ["moodle", () => xml(filled("&#13;"))],
  ["moodle", () => xml(filled("&amp;"))],
  ["moodle", () => xml(filled("\r"))],
  ["moodle", () => xml(filled("<!---->"))],
  ["moodle", () => xml(filled("<![CDATA[]]>"))],
  ["moodle", () => `<!DOCTYPE quiz SYSTEM "http://127.0.0.1:9/evil.dtd"><quiz/>`],
  [
    "moodle",
    () =>
      xml(
        `<question type="essay"><questiontext format="html"><text>${filled("&lt;b&gt;")}</text></questiontext></question>`,
      ),
  ],
  ["moodle", () => xml(filled("🐳<a/>"))],
  ["moodle", () => cloze(filled("{1:SA:=a}"))],
  ["moodle", () => cloze(`{1:SA:${filled("~a")}}`)],
  ["moodle", () => cloze(filled("{1:SA:"))],
  ["moodle", () => cloze(`{1:SA:=${filled("&amp;#1")}}`)],
];
