import type { PoolQuestion } from "@/lib/domain/quizzes/draw-attempt";
import { catalogueFor, type Catalogue } from "@/lib/server/content/catalogue";

/** Made once for each state of the catalogue. */
const known = new WeakMap<Catalogue, ReadonlyMap<string, PoolQuestion>>();

/**
 * The catalogue as the rules of quizzes see it: what the owner of the quiz may ask. Those who
 * sit it need not be able to study the questions of a private bank.
 */
export async function poolQuestions(ownerId: string): Promise<ReadonlyMap<string, PoolQuestion>> {
  const catalogue = await catalogueFor(ownerId);
  const found = known.get(catalogue);
  if (found) return found;
  const made = new Map(
    [...catalogue.questions.values()].map(({ content, domains }): [string, PoolQuestion] => {
      const { id, bank, kind, difficulty } = content;
      return [id, { id, bank, kind, difficulty, domains }];
    }),
  );
  known.set(catalogue, made);
  return made;
}
