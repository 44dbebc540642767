/**
 * The outer shape of a GIFT file (https://docs.moodle.org/en/GIFT_format).
 *
 *   file     = { chunk blank-line }
 *   chunk    = { "//" comment | "$CATEGORY:" path } question
 *
 * Comments stand on lines of their own. Ours hold what GIFT cannot say:
 * `// reconcile: {…}` our data, `// [id:…] [tag:…]` what Moodle keeps too.
 */
import type { Placed } from "@/lib/domain/formats/plain/plain-question";
import { QUESTIONS_READ } from "@/lib/domain/formats/read-file";

export type GiftChunk = {
  /** Without comments; its lines are joined by `\n`. */
  text: string;
  /** From an offset into `text` to one into the file. */
  placeOf: (offset: number) => number;
  comments: Placed[];
};

export type GiftFile = {
  chunks: GiftChunk[];
  categories: Placed[];
  /** Where reading stopped, as there are too many; else null. */
  stoppedAt: number | null;
};

/** Texts between questions included. */
const MOST_CHUNKS = 3 * QUESTIONS_READ;

const COMMENT = /^\s*\/\//u;
const CATEGORY = /^\s*\$CATEGORY\s*:/iu;

type Open = { lines: Placed[]; comments: Placed[] };

export function splitGift(text: string): GiftFile {
  const file: GiftFile = { chunks: [], categories: [], stoppedAt: null };
  let open: Open = { lines: [], comments: [] };
  let at = 0;
  for (const line of text.split("\n")) {
    const here = { text: line, at };
    at += line.length + 1;
    if (file.chunks.length === MOST_CHUNKS) return { ...file, stoppedAt: here.at };
    if (COMMENT.test(line)) open.comments.push(here);
    else if (CATEGORY.test(line)) file.categories.push(here);
    else if (line.trim() !== "") open.lines.push(here);
    else if (open.lines.length > 0) {
      file.chunks.push(chunkOf(open));
      open = { lines: [], comments: [] };
    }
  }
  if (open.lines.length > 0) file.chunks.push(chunkOf(open));
  return file;
}

function chunkOf({ lines, comments }: Open): GiftChunk {
  const starts: { within: number; at: number }[] = [];
  let within = 0;
  for (const line of lines) {
    starts.push({ within, at: line.at });
    within += line.text.length + 1;
  }
  return {
    text: lines.map((line) => line.text).join("\n"),
    placeOf: (offset) => {
      const line = starts.findLast((start) => start.within <= offset);
      return line ? line.at + offset - line.within : offset;
    },
    comments,
  };
}
