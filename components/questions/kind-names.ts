import type { Kind } from "@/lib/domain/questions/registry";

/** What people call the kinds. */
export const KIND_LABELS: Record<Kind, string> = {
  single: "One choice",
  multiple: "Several choices",
  "true-false": "True or false",
  match: "Match",
  order: "Put in order",
  short: "Short answer",
  number: "Number",
  blanks: "Fill the blanks",
  kubectl: "kubectl",
  open: "Open answer",
};

export const DIFFICULTY_LABELS = { easy: "Recall", medium: "Apply", hard: "Analyse" } as const;
