import { Badge, type Tone } from "@/components/ui/badge";
import type { Outcome } from "@/lib/domain/questions/question-kind";

const LOOKS: Record<Outcome, { word: string; tone: Tone }> = {
  right: { word: "Right", tone: "good" },
  "right-with-extras": { word: "Right, with more than needed", tone: "good" },
  partly: { word: "Partly right", tone: "partly" },
  wrong: { word: "Wrong", tone: "bad" },
  "gave-up": { word: "No answer", tone: "bad" },
  "cannot-judge": { word: "To be marked", tone: "neutral" },
  "self-mark": { word: "To be marked", tone: "neutral" },
};

/** What the grader said of an answer; "marked" once a person has given points where it could not. */
export function OutcomeBadge({ outcome, points }: { outcome: Outcome; points: number | null }) {
  const { word, tone } = LOOKS[outcome];
  const isMarked = points !== null && (outcome === "self-mark" || outcome === "cannot-judge");
  return <Badge tone={tone}>{isMarked ? "Marked" : word}</Badge>;
}
