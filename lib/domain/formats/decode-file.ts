/**
 * From the bytes of a file to its text. Only UTF-8 and, by its first two bytes, UTF-16 are
 * read: guessing another encoding would turn letters into others without a word.
 */
import { found, type FileProblem, type Found } from "@/lib/domain/formats/file-problem";
import { normaliseBreaks } from "@/lib/domain/formats/line-index";
import { err, ok, type Result } from "@/lib/domain/result";

export const MOST_FILE_BYTES = 2 * 1024 * 1024;

export type FileEncoding = "UTF-8" | "UTF-8 with a byte order mark" | "UTF-16";

/** Kinds of files that are no text, by how they start. */
const SIGNATURES: readonly { name: string; bytes: readonly number[] }[] = [
  {
    name: "a zip archive, as office documents and Moodle backups are",
    bytes: [0x50, 0x4b, 0x03, 0x04],
  },
  { name: "an empty zip archive", bytes: [0x50, 0x4b, 0x05, 0x06] },
  { name: "a gzip archive", bytes: [0x1f, 0x8b] },
  { name: "a 7-Zip archive", bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { name: "a RAR archive", bytes: [0x52, 0x61, 0x72, 0x21] },
  { name: "an xz archive", bytes: [0xfd, 0x37, 0x7a, 0x58] },
  { name: "a Zstandard archive", bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { name: "a bzip2 archive", bytes: [0x42, 0x5a, 0x68] },
  { name: "a PDF document", bytes: [0x25, 0x50, 0x44, 0x46] },
  { name: "an old Office document", bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: "a picture", bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: "a picture", bytes: [0xff, 0xd8, 0xff] },
];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

type Decoded = Result<{ text: string; encoding: FileEncoding }, FileProblem>;

/** The text has `\n` as its only line break and no byte order mark. */
export function decodeFile(bytes: Uint8Array): Decoded {
  if (bytes.byteLength > MOST_FILE_BYTES) {
    const size = `${(bytes.byteLength / 1024 / 1024).toFixed(1)} MB`;
    return fault(
      found("too-large", 0, `The file has ${size}; at most 2 MB can be imported at once.`),
    );
  }
  const foreign = SIGNATURES.find((signature) => startsWith(bytes, signature.bytes));
  if (foreign) return fault(found("not-text", 0, `This is ${foreign.name}, not a text file.`));
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return decodeUtf16(bytes, first === 0xff);
  }
  const invalid = firstInvalidByte(bytes);
  if (invalid !== null) return fault(invalidByte(bytes, invalid), bytes.subarray(0, invalid));
  const marked = startsWith(bytes, [0xef, 0xbb, 0xbf]);
  const text = new TextDecoder("utf-8").decode(bytes);
  return ok({
    text: normaliseBreaks(text),
    encoding: marked ? "UTF-8 with a byte order mark" : "UTF-8",
  });
}

const fault = (
  { at: _, ...problem }: Found,
  before: Uint8Array = new Uint8Array(),
): { ok: false; error: FileProblem } =>
  err({
    ...problem,
    line: 1 + before.filter((byte) => byte === 0x0a).length,
    column: before.length - before.lastIndexOf(0x0a),
  });

function decodeUtf16(bytes: Uint8Array, little: boolean): Decoded {
  try {
    const decoder = new TextDecoder(little ? "utf-16le" : "utf-16be", { fatal: true });
    return ok({ text: normaliseBreaks(decoder.decode(bytes)), encoding: "UTF-16" });
  } catch {
    return fault(found("not-utf-8", 0, "The file starts as UTF-16 but is none."));
  }
}

function invalidByte(bytes: Uint8Array, at: number): Found {
  const byte = bytes[at] ?? 0;
  const hex = byte.toString(16).toUpperCase().padStart(2, "0");
  const asLatin1 = byte >= 0xa0 ? ` In Latin-1 it would be “${String.fromCharCode(byte)}”.` : "";
  return found("not-utf-8", at, `The byte ${hex} is not UTF-8.${asLatin1}`);
}

/** How many bytes follow a first byte, and the least and greatest that may come next (Unicode 16, table 3-7). */
function sequenceOf(lead: number): { more: number; low: number; high: number } | null {
  if (lead < 0x80) return { more: 0, low: 0, high: 0 };
  if (lead >= 0xc2 && lead <= 0xdf) return { more: 1, low: 0x80, high: 0xbf };
  if (lead >= 0xe0 && lead <= 0xef) {
    return { more: 2, low: lead === 0xe0 ? 0xa0 : 0x80, high: lead === 0xed ? 0x9f : 0xbf };
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    return { more: 3, low: lead === 0xf0 ? 0x90 : 0x80, high: lead === 0xf4 ? 0x8f : 0xbf };
  }
  return null;
}

/** Where the first byte stands that starts no character; null when all is UTF-8. */
function firstInvalidByte(bytes: Uint8Array): number | null {
  for (let at = 0; at < bytes.length;) {
    const sequence = sequenceOf(bytes[at] ?? 0);
    if (!sequence) return at;
    const { more, low, high } = sequence;
    for (let step = 1; step <= more; step++) {
      const next = bytes[at + step] ?? 0;
      const [least, most] = step === 1 ? [low, high] : [0x80, 0xbf];
      if (next < least || next > most) return at;
    }
    at += more + 1;
  }
  return null;
}
