/** What every reader of a format makes of a text. */
import type { Found } from "@/lib/domain/formats/file-problem";

export type Path = readonly (string | number)[];

/** A question as it was found: not checked yet. */
export type ReadQuestion = {
  /** As YAML would give them. */
  fields: unknown;
  /** How the file calls it. */
  name: string;
  /** Where a field stands, or the nearest thing around it: an offset into the text. */
  placeOf: (path: Path) => number;
};

export const MOST_FILE_QUESTIONS = 2_000;

/** Readers stop here: one more than may be is enough to know that there are too many. */
export const QUESTIONS_READ = MOST_FILE_QUESTIONS + 1;

export type ReadFile = { questions: ReadQuestion[]; found: Found[] };

/** For questions of other programs, which do not know such things. */
export type Defaults = {
  /** "" when none is chosen. */
  competency: string;
  difficulty: "easy" | "medium" | "hard";
  /** Address of a documentation page. */
  docs: string;
};

export type Reader = (text: string, defaults: Defaults) => ReadFile;
