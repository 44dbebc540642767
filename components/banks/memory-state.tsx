import { Badge, type Tone } from "@/components/ui/badge";
import type { Outcome } from "@/lib/domain/questions/question-kind";

export type MemoryOfQuestion = {
  dueAt: Date;
  /** Probability of recall now, 0 to 1. */
  recall: number;
  lastOutcome: Outcome | null;
} | null;

const OUTCOMES: Record<Outcome, { word: string; tone: Tone }> = {
  right: { word: "right", tone: "good" },
  "right-with-extras": { word: "right", tone: "good" },
  partly: { word: "partly", tone: "partly" },
  wrong: { word: "wrong", tone: "bad" },
  "gave-up": { word: "gave up", tone: "bad" },
  "cannot-judge": { word: "not judged", tone: "neutral" },
  "self-mark": { word: "own mark", tone: "accent" },
};

export const OutcomeBadge = ({ outcome }: { outcome: Outcome }) => (
  <Badge tone={OUTCOMES[outcome].tone}>{OUTCOMES[outcome].word}</Badge>
);

const DAY_MS = 86_400_000;

function dueWords(dueAt: Date, now: Date): string {
  const days = Math.ceil((dueAt.getTime() - now.getTime()) / DAY_MS);
  if (days <= 0) return "due now";
  if (days === 1) return "due within a day";
  return days < 60 ? `due in ${days} days` : `due in ${Math.round(days / 30.4)} months`;
}

/** How the learner stands with a question, in a line. */
export function MemoryState({ memory, now }: { memory: MemoryOfQuestion; now: Date }) {
  if (!memory) return <span className="text-sm text-faint">new</span>;
  return (
    <span className="flex items-center gap-3 text-sm text-muted tabular-nums">
      {memory.lastOutcome ? <OutcomeBadge outcome={memory.lastOutcome} /> : null}
      <span>{dueWords(memory.dueAt, now)}</span>
      <span className="sm:w-24 sm:text-end">{Math.round(memory.recall * 100)} % recall</span>
    </span>
  );
}
