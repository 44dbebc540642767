/** Damaged and hostile files of questions, and what reading them costs. */
import dns from "node:dns";
import net from "node:net";

import { IMPORT_FORMATS, type ImportFormat } from "@/lib/domain/formats/format-names";
import { WRITERS } from "@/lib/domain/formats/write-file";
import type { References } from "@/lib/domain/questions/check-references";
import type { QuestionContent } from "@/lib/domain/questions/content";
import { seededRandom, type Random } from "@/lib/domain/questions/seeded-random";
import { checked } from "@/tests/helpers/checked-file";
import { HOSTILE_FILES } from "@/tests/helpers/hostile-files";

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

function hostile(number: number): MadeFile {
  const [format, text] = HOSTILE_FILES[number % HOSTILE_FILES.length] ?? ["yaml", () => ""];
  const written = text();
  const name = `hostile ${number % HOSTILE_FILES.length}: ${format} ${JSON.stringify(written.slice(0, 50))}`;
  return { name, format, bytes: new TextEncoder().encode(written) };
}
