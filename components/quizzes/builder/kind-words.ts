import { KIND_LABELS } from "@/components/questions/kind-names";

const LABELS: Readonly<Record<string, string>> = KIND_LABELS;

/** What people call a kind of question. */
export const kindWord = (kind: string): string => LABELS[kind] ?? kind;
