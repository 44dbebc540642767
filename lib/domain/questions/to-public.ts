/** The only way in which a question reaches a browser before it is answered. */
import type { Difficulty, Exhibit } from "@/lib/domain/questions/content";
import type { DrawnOf, DrawnQuestion } from "@/lib/domain/questions/draw-question";
import { KIND_REGISTRY, type Kind, type TypesByKind } from "@/lib/domain/questions/registry";

export type PublicBodyOf<K extends Kind> = TypesByKind[K]["public"];
export type PublicBody = PublicBodyOf<Kind>;

export type PublicQuestion = {
  /** `<bank>/<slug>` */
  id: string;
  version: number;
  bank: string;
  kind: Kind;
  /** Markdown. */
  prompt: string;
  exhibits: Exhibit[];
  hint: string | null;
  difficulty: Difficulty;
  competencies: string[];
  /** Releases for which the question holds, ends included. */
  kubernetes: { since?: string; until?: string } | null;
  body: PublicBody;
};

export function toPublic(drawn: DrawnQuestion, version: number): PublicQuestion {
  const { id, bank, prompt, exhibits, hint, difficulty, competencies, kubernetes } = drawn.content;
  return {
    id,
    version,
    bank,
    kind: drawn.kind,
    prompt,
    exhibits: exhibits ?? [],
    hint: hint ?? null,
    difficulty,
    competencies,
    kubernetes: kubernetes ?? null,
    body: publicBody(drawn),
  };
}

function publicBody<K extends Kind>(drawn: DrawnOf<K>): PublicBodyOf<K> {
  return KIND_REGISTRY[drawn.kind].toPublic(drawn.body);
}
