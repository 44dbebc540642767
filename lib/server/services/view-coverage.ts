import type { Actor } from "@/lib/domain/access/actor";
import { coverageOf } from "@/lib/domain/questions/cover-questions";
import type { Coverage } from "@/lib/domain/questions/coverage";
import { getCatalogue, type Catalogue } from "@/lib/server/content/catalogue";

/** Counted once for each state of the catalogue. */
const counted = new WeakMap<Catalogue, Coverage>();

/** What the questions cover. The same for whoever is signed in: it tells of no answer. */
export async function viewCoverage(_actor: Actor): Promise<Coverage> {
  const catalogue = await getCatalogue();
  const known = counted.get(catalogue);
  if (known) return known;
  const { banks, questions, curriculum, notes, errata } = catalogue;
  const contents = [...questions.values()].map(({ content }) => content);
  const coverage = coverageOf({ banks, questions: contents, curriculum, notes, errata });
  counted.set(catalogue, coverage);
  return coverage;
}
