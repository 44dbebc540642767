import { groupBy } from "@/lib/domain/progress/group-by";
import { evenShares, expectedReadiness } from "@/lib/domain/progress/readiness";
import { recallAt } from "@/lib/domain/scheduling/schedule-review";
import type { Catalogue } from "@/lib/server/content/catalogue";
import { database } from "@/lib/server/db/client";
import { listMemoriesOf } from "@/lib/server/db/homework";
import { listSettingsInForce } from "@/lib/server/db/study-settings";

export type CurriculumDomain = { id: string; exam: string; title: string };

export const curriculumDomains = ({ curriculum }: Catalogue): CurriculumDomain[] =>
  curriculum.exams.flatMap(({ title: exam, domains }) =>
    domains.map(({ id, title }) => ({ id, exam, title })),
  );

/** Which questions count in which domains. */
export const questionDomains = ({ questions }: Catalogue) =>
  [...questions].flatMap(([questionId, { domains }]) =>
    domains.map((domain) => ({ questionId, domain })),
  );

/**
 * What these people are expected to recall of each domain, 0 to 1, by id and domain: what
 * they have never seen they do not recall. Only for those who let it be seen.
 */
export async function recallByDomain(
  catalogue: Catalogue,
  userIds: readonly string[],
  now: Date,
): Promise<Map<string, Map<string, number>>> {
  if (userIds.length === 0) return new Map();
  const [memories, settings] = await Promise.all([
    listMemoriesOf(database(), userIds, [...catalogue.questions.keys()]),
    listSettingsInForce(database(), userIds),
  ]);
  const byPerson = groupBy(memories, ({ userId }) => userId);
  const shares = [...groupBy(questionDomains(catalogue), ({ domain }) => domain)].map(
    ([domain, questions]) =>
      [domain, evenShares(questions.map(({ questionId: id }) => ({ id })))] as const,
  );
  return new Map(
    userIds.flatMap((userId) => {
      const own = settings.get(userId);
      if (!own) return [];
      const recall = new Map(
        (byPerson.get(userId) ?? []).map((card) => [card.questionId, recallAt(card, now, own)]),
      );
      const domains = shares.map(
        ([domain, even]) => [domain, expectedReadiness(even, recall)] as const,
      );
      return [[userId, new Map(domains)] as const];
    }),
  );
}
