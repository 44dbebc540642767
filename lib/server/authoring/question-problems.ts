import { bankProblems } from "@/lib/domain/questions/check-bank";
import { checkQuestion } from "@/lib/domain/questions/check-question";
import { checkReferences, type References } from "@/lib/domain/questions/check-references";
import type { QuestionContent } from "@/lib/domain/questions/content";
import { competencyIds } from "@/lib/domain/questions/curriculum";
import type { Problem } from "@/lib/domain/questions/question-kind";
import { getCatalogue, type Catalogue } from "@/lib/server/content/catalogue";

/** What is wrong with a question by itself: all that the check of the files says of one. */
export async function questionProblems(content: QuestionContent): Promise<Problem[]> {
  const references = referencesOf(await getCatalogue());
  return [
    ...checkQuestion(content),
    ...checkReferences(content, references),
    ...bankProblems([content]).map(({ problem }) => problem),
  ];
}

/** Made once for each state of the catalogue. */
const known = new WeakMap<Catalogue, References>();

export function referencesOf(catalogue: Catalogue): References {
  const found = known.get(catalogue);
  if (found) return found;
  const { curriculum, notes, errata } = catalogue;
  const made: References = {
    competencies: new Set(competencyIds(curriculum)),
    sections: new Map(
      notes.map(({ id, sections }) => [id, new Set(sections.map(({ title }) => title))]),
    ),
    errata: new Map(errata.map((erratum) => [erratum.id, erratum])),
  };
  known.set(catalogue, made);
  return made;
}
