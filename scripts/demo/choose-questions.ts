import type { Kind } from "@/lib/domain/questions/registry";
import { seededRandom } from "@/lib/domain/questions/seeded-random";
import type { CatalogueQuestion } from "@/lib/server/content/catalogue-question";

type Questions = ReadonlyMap<string, CatalogueQuestion>;

/** The kinds of a quiz, in the order in which they are asked. */
const MIX: readonly Kind[] = [
  "single",
  "kubectl",
  "true-false",
  "short",
  "kubectl",
  "single",
  "multiple",
  "kubectl",
  "number",
  "blanks",
  "kubectl",
  "open",
];

/** Two quizzes of twelve questions that share none: the one that is over, the one that is open. */
export function chooseQuizQuestions(seed: string, questions: Questions): [string[], string[]] {
  const left = seededRandom(seed, "quizzes").shuffled(
    [...questions].filter(([, { content }]) => isGoodToAsk(content)),
  );
  const take = (kind: Kind): string[] => {
    const place = left.findIndex(([, { content }]) => content.kind === kind);
    return place === -1 ? [] : left.splice(place, 1).map(([id]) => id);
  };
  return [MIX.flatMap(take), MIX.flatMap(take)];
}

/** Of kubectl tasks, those whose usual mistakes are known: they fall into clusters. */
function isGoodToAsk(content: CatalogueQuestion["content"]): boolean {
  if (content.kind === "kubectl") {
    return content.nearMisses.length >= 2 && !content.nearMisses[0]?.answer.includes("{{");
  }
  if (content.kind === "open") return content.marks.some(({ keywords }) => keywords !== undefined);
  return true;
}
