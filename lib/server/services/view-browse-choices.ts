import type { Actor } from "@/lib/domain/access/actor";
import { catalogueFor, type Catalogue } from "@/lib/server/content/catalogue";

export type Choice = { id: string; title: string };

export type BrowseChoices = {
  banks: Choice[];
  exams: (Choice & { domains: Choice[] })[];
  kinds: string[];
};

/** What the questions that somebody may find can be narrowed by. */
export const viewBrowseChoices = async (actor: Actor): Promise<BrowseChoices> =>
  browseChoices(await catalogueFor(actor.id));

export function browseChoices({ banks, curriculum, questions }: Catalogue): BrowseChoices {
  const choice = ({ id, title }: Choice): Choice => ({ id, title });
  return {
    banks: banks.map(choice),
    exams: curriculum.exams.map((exam) => ({ ...choice(exam), domains: exam.domains.map(choice) })),
    kinds: [...new Set([...questions.values()].map(({ content }) => content.kind))].sort(),
  };
}
