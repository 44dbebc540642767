import { DIFFICULTY_LABELS, KIND_LABELS } from "@/components/questions/kind-names";

const KINDS: Readonly<Record<string, string>> = KIND_LABELS;
const DIFFICULTIES: Readonly<Record<string, string>> = DIFFICULTY_LABELS;

/** What people call a kind of question. */
export const kindWord = (kind: string): string => KINDS[kind] ?? kind;

/** What people call a difficulty. */
export const difficultyWord = (difficulty: string): string =>
  DIFFICULTIES[difficulty] ?? difficulty;
