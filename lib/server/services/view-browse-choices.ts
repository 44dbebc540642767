import type { Actor } from "@/lib/domain/access/actor";
import { getCatalogue } from "@/lib/server/content/catalogue";

export type Choice = { id: string; title: string };

export type BrowseChoices = {
  banks: Choice[];
  exams: (Choice & { domains: Choice[] })[];
  kinds: string[];
};

/** What questions can be narrowed by. The same for everyone who is signed in. */
export async function viewBrowseChoices(_actor: Actor): Promise<BrowseChoices> {
  const { banks, curriculum, questions } = await getCatalogue();
  const choice = ({ id, title }: Choice): Choice => ({ id, title });
  return {
    banks: banks.map(choice),
    exams: curriculum.exams.map((exam) => ({ ...choice(exam), domains: exam.domains.map(choice) })),
    kinds: [...new Set([...questions.values()].map(({ content }) => content.kind))].sort(),
  };
}
