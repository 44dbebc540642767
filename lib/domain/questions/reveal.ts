/** What a learner is shown once they have answered. */
import type { DrawnOf, DrawnQuestion } from "@/lib/domain/questions/draw-question";
import { KIND_REGISTRY, type Kind, type TypesByKind } from "@/lib/domain/questions/registry";

export type SolutionOf<K extends Kind> = TypesByKind[K]["solution"];
export type Solution = SolutionOf<Kind>;

export type Reveal = {
  /** Markdown. */
  explanation: string;
  solution: Solution;
  sources: { notes: { note: string; section: string }[]; docs: string[] };
  /** Ids of the notes' statements that the question puts right. */
  errata: string[];
};

export function reveal(drawn: DrawnQuestion): Reveal {
  const { explanation, sources, errata } = drawn.content;
  return {
    explanation,
    solution: solutionOf(drawn),
    sources: { notes: sources.notes ?? [], docs: sources.docs },
    errata: errata ?? [],
  };
}

function solutionOf<K extends Kind>(drawn: DrawnOf<K>): SolutionOf<K> {
  return KIND_REGISTRY[drawn.kind].solution(drawn.body);
}
