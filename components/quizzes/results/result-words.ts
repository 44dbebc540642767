import type { Tone } from "@/components/ui/badge";
import type { ResultState } from "@/lib/domain/quizzes/results-query";

export const RESULT_STATE_WORDS: Record<ResultState, string> = {
  "not-begun": "Not begun",
  open: "Working",
  submitted: "To be marked",
  marked: "Marked",
  excused: "Excused",
};

export const RESULT_STATE_TONES: Record<ResultState, Tone> = {
  "not-begun": "neutral",
  open: "accent",
  submitted: "partly",
  marked: "good",
  excused: "neutral",
};
