/** Damaged and hostile files of questions, and what reading them costs. */
import dns from "node:dns";
import net from "node:net";

import { IMPORT_FORMATS, type ImportFormat } from "@/lib/domain/formats/format-names";
import { WRITERS } from "@/lib/domain/formats/write-file";
import type { References } from "@/lib/domain/questions/check-references";
import type { QuestionContent } from "@/lib/domain/questions/content";
import { seededRandom, type Random } from "@/lib/domain/questions/seeded-random";
import { checked } from "@/tests/helpers/checked-file";

export type FuzzFigures = {
  files: number;
  /** Of them, files with at least one question that could be taken. */
  readable: number;
  problems: number;
  crashes: string[];
  connections: number;
  /** Of the processor, which others' work on the machine does not change. */
  slowestCpuMs: number;
  slowest: string;
  /** Most of the heap in use after a file, garbage included, less what was in use at first. */
  heapGrowthMb: number;
};

type FuzzOptions = {
  files: number;
  seed: string;
  questions: readonly QuestionContent[];
  references: References;
  /** One file in so many is large and made to hurt. */
  hostileEvery: number;
  onFile?: (done: number) => void;
  /** Where it can be asked for: otherwise the garbage of many files is counted as one's. */
  collectGarbage?: () => void;
};

const COLLECT_EVERY = 10;

export function fuzzImports({
  files,
  seed,
  questions,
  hostileEvery,
  references,
  onFile,
  collectGarbage,
}: FuzzOptions): FuzzFigures {
  const figures: FuzzFigures = {
    ...{ files, readable: 0, problems: 0, crashes: [], connections: 0 },
    ...{ slowestCpuMs: 0, slowest: "", heapGrowthMb: 0 },
  };
  const restore = watchNetwork(figures);
  collectGarbage?.();
  const before = process.memoryUsage().heapUsed;
  for (let file = 0; file < files; file++) {
    const random = seededRandom(`${seed} ${file}`, "fuzz");
    const format = IMPORT_FORMATS[file % IMPORT_FORMATS.length] ?? "yaml";
    if (file % COLLECT_EVERY === 0) collectGarbage?.();
    const isHostile = file % hostileEvery === hostileEvery - 1;
    const made = isHostile
      ? hostile(Math.floor(file / hostileEvery))
      : { name: `${format} ${file}`, format, bytes: damaged(format, questions, random) };
    importOne(made, figures, references);
    const heap = (process.memoryUsage().heapUsed - before) / 1024 / 1024;
    figures.heapGrowthMb = Math.max(figures.heapGrowthMb, heap);
    onFile?.(file + 1);
  }
  restore();
  return figures;
}

type MadeFile = { name: string; format: ImportFormat; bytes: Uint8Array };

function importOne(
  { name, format, bytes }: MadeFile,
  figures: FuzzFigures,
  references: References,
): void {
  const start = process.cpuUsage();
  try {
    const { questions, problems } = checked(format, bytes, { references });
    if (questions.some(({ content }) => content)) figures.readable++;
    figures.problems += problems.length;
    // What was taken must be something that can be written again.
    const taken = questions.flatMap(({ content }) => (content ? [content] : []));
    for (const other of IMPORT_FORMATS) WRITERS[other](taken.slice(0, 3));
  } catch (error) {
    figures.crashes.push(
      `${name}: ${error instanceof Error ? (error.stack ?? "") : String(error)}`,
    );
  }
  const { user, system } = process.cpuUsage(start);
  const took = (user + system) / 1_000;
  if (took > figures.slowestCpuMs) Object.assign(figures, { slowestCpuMs: took, slowest: name });
}

function watchNetwork(figures: FuzzFigures): () => void {
  const before = Object.getOwnPropertyDescriptor(net.Socket.prototype, "connect");
  const { lookup } = dns;
  const refuse = (): never => {
    figures.connections++;
    throw new Error("Reading a file must not use the network");
  };
  net.Socket.prototype.connect = refuse;
  Object.assign(dns, { lookup: refuse });
  return () => {
    if (before) Object.defineProperty(net.Socket.prototype, "connect", before);
    Object.assign(dns, { lookup });
  };
}

/** Pieces with a meaning somewhere. */
const TOKENS = [
  ...["{", "}", "=", "~", "#", "####", "->", "::", "%50%", "\\", "\n", "\n\n", "\r\n", "\r", "//"],
  ...[
    "// reconcile: ",
    "$CATEGORY: a\n",
    '"',
    "'",
    '""',
    ",",
    ";",
    "\t",
    "&",
    "*",
    "&a ",
    "*a",
    "!!js",
  ],
  ...[
    "<",
    ">",
    "</question>",
    "<text>",
    "]]>",
    "<![CDATA[",
    "<!--",
    "&amp;",
    "&#0;",
    "&xxe;",
    "<?x",
  ],
  ...[
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
    "[",
    "]",
    "- ",
    ": ",
    "? ",
    "|",
    "%",
  ],
  ...[
    "{1:SA:=",
    "{2:MC:~",
    "%50%",
    "{{",
    "}}",
    "{{n}}",
    "[[b1]]",
    "\u0000",
    "\ufeff",
    "\u2028",
    "\ud83d",
    "é",
    "0x10",
    "1e999",
  ],
  ...[
    "__proto__",
    "constructor",
    "true",
    "null",
    "-1",
    "99999999999999999999",
    "=cmd|' /C calc'!A1",
  ],
];

function damaged(
  format: ImportFormat,
  questions: readonly QuestionContent[],
  random: Random,
): Uint8Array {
  const chosen = random.shuffled(questions).slice(0, 1 + random.below(4));
  let text = WRITERS[format](chosen);
  for (let step = random.below(8); step >= 0; step--) text = mutated(text, random);
  const bytes = new TextEncoder().encode(text);
  if (random.below(10) > 0) return bytes;
  for (let step = 0; step < 3; step++) bytes[random.below(bytes.length)] = random.below(256);
  return bytes;
}

function mutated(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const length = random.below(60);
  const end = at + length;
  switch (random.below(6)) {
    case 0:
      return text.slice(0, at) + text.slice(end);
    case 1:
      return text.slice(0, end) + text.slice(at, end) + text.slice(end);
    case 2:
      return text.slice(0, at) + (TOKENS[random.below(TOKENS.length)] ?? "") + text.slice(at);
    case 3:
      return text.slice(0, at) + (TOKENS[random.below(TOKENS.length)] ?? "") + text.slice(end);
    case 4:
      return text.slice(0, at);
    default:
      return text.slice(0, at) + String.fromCodePoint(32 + random.below(0x2000)) + text.slice(at);
  }
}

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

/** Each would bring a careless reader down. */
const HOSTILE: readonly (readonly [ImportFormat, () => string])[] = [
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

function hostile(number: number): MadeFile {
  const [format, text] = HOSTILE[number % HOSTILE.length] ?? ["yaml", () => ""];
  const written = text();
  const name = `hostile ${number % HOSTILE.length}: ${format} ${JSON.stringify(written.slice(0, 50))}`;
  return { name, format, bytes: new TextEncoder().encode(written) };
}
