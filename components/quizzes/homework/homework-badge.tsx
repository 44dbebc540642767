import { Badge, type Tone } from "@/components/ui/badge";
import type { HomeworkState } from "@/lib/domain/quizzes/homework-plan";

const HOMEWORK_WORDS: Record<HomeworkState, { word: string; tone: Tone }> = {
  opens: { word: "Opens later", tone: "neutral" },
  "on-plan": { word: "On plan", tone: "accent" },
  behind: { word: "Behind", tone: "partly" },
  reached: { word: "Reached", tone: "good" },
  over: { word: "Over, not final", tone: "neutral" },
  settled: { word: "Final", tone: "neutral" },
};

export const HomeworkBadge = ({ state }: { state: HomeworkState }) => (
  <Badge tone={HOMEWORK_WORDS[state].tone}>{HOMEWORK_WORDS[state].word}</Badge>
);
