/** The formats that questions are read from, and those they are written in. */
export const IMPORT_FORMATS = ["yaml", "csv", "gift", "moodle"] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

export const EXPORT_FORMATS = [...IMPORT_FORMATS, "text"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const FORMAT_NAMES: Record<ExportFormat, string> = {
  yaml: "YAML",
  csv: "CSV",
  gift: "GIFT",
  moodle: "Moodle XML",
  text: "Plain text",
};

export const FORMAT_ENDINGS: Record<ExportFormat, string> = {
  yaml: "yaml",
  csv: "csv",
  gift: "gift",
  moodle: "xml",
  text: "txt",
};

const BY_ENDING: Record<string, ImportFormat> = {
  yaml: "yaml",
  yml: "yaml",
  csv: "csv",
  tsv: "csv",
  gift: "gift",
  xml: "moodle",
};

/** By the file's name, or else by what the text looks like; null when neither tells. */
export function detectFormat(text: string, fileName: string): ImportFormat | null {
  const ending = /\.([a-z]+)$/iu.exec(fileName)?.[1]?.toLowerCase() ?? "";
  if (Object.hasOwn(BY_ENDING, ending)) return BY_ENDING[ending] ?? null;
  const start = text.slice(0, 20_000).trimStart();
  if (/^<(?:\?xml|quiz|!DOCTYPE)/iu.test(start)) return "moodle";
  if (/^(?:#[^\n]*\n\s*)*questions\s*:|^-\s+(?:id|kind|prompt)\s*:/u.test(start)) return "yaml";
  if (/^(?:::|\/\/|\$CATEGORY)/u.test(start)) return "gift";
  const [first = ""] = start.split("\n");
  if (/(?:^|[,;\t])"?(?:prompt|question|text)"?(?:[,;\t]|$)/iu.test(first)) return "csv";
  return start.includes("{") ? "gift" : null;
}
