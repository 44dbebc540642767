import { Badge, type Tone } from "@/components/ui/badge";
import type { AssignmentState } from "@/lib/domain/quizzes/assignment-state";

const LOOKS: Record<AssignmentState, { word: string; tone: Tone }> = {
  opens: { word: "Opens later", tone: "neutral" },
  due: { word: "To do", tone: "accent" },
  "in-progress": { word: "In progress", tone: "partly" },
  submitted: { word: "Handed in", tone: "neutral" },
  graded: { word: "Graded", tone: "good" },
  released: { word: "Released", tone: "good" },
  missed: { word: "Missed", tone: "bad" },
};

export const StateBadge = ({ state }: { state: AssignmentState }) => (
  <Badge tone={LOOKS[state].tone}>{LOOKS[state].word}</Badge>
);
