/**
 * A question as other programs know it: the common ground of GIFT and Moodle XML. Texts
 * are Markdown; each knows the offset at which it stands in its file.
 */
export type Placed = { text: string; at: number };

/** `weight` is a share of the mark in percent, -100 to 100. */
export type PlainAnswer = Placed & { weight: number; feedback: Placed };

export type PlainNumber = {
  value: number;
  tolerance: number;
  at: number;
  weight: number;
  feedback: Placed;
};

/** Typed, or picked from its answers. */
export type PlainBlank = {
  name: string;
  at: number;
  isPicked: boolean;
  caseSensitive: boolean;
  answers: PlainAnswer[];
};

export type PlainBody =
  | { type: "choice"; single: boolean; answers: PlainAnswer[] }
  /** With the feedback on either verdict. */
  | { type: "true-false"; answer: boolean; whenTrue: Placed; whenFalse: Placed }
  /** A left of "" makes its right one that fits nothing. */
  | { type: "match"; pairs: { left: Placed; right: Placed }[] }
  | { type: "order"; items: Placed[] }
  /** Answers are patterns, see `typed-pattern.ts`. */
  | { type: "short"; caseSensitive: boolean; answers: PlainAnswer[] }
  | { type: "number"; answers: PlainNumber[]; unit: string }
  /** `text` holds `[[name]]` for each blank. Their answers are patterns, too. */
  | { type: "blanks"; language: "prose" | "text"; text: Placed; blanks: PlainBlank[] }
  | { type: "essay"; model: Placed };

/** Forms that are only read: we write the nearest that both formats have. */
type OnlyRead = "order" | "blanks";
export type WrittenBody = Exclude<PlainBody, { type: OnlyRead }>;

export type PlainQuestion = {
  at: number;
  /** What the file calls it; "" where it has no name. */
  title: string;
  /** The author's own id; "" where there is none. */
  idNumber: string;
  /** `name:value` for what other programs keep but do not know, such as `difficulty:easy`. */
  tags: string[];
  prompt: Placed;
  hint: Placed;
  /** Shown after the answer. */
  feedback: Placed;
  body: PlainBody;
};

export type WrittenQuestion = Omit<PlainQuestion, "body"> & { body: WrittenBody };

export const NOWHERE: Placed = { text: "", at: 0 };

export const placed = (text: string, at = 0): Placed => ({ text, at });
