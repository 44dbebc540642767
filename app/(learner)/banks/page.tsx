import type { Metadata } from "next";
import { headers } from "next/headers";

import { BankCards } from "@/components/banks/bank-cards";
import { filterFromQuery, isNarrowing } from "@/components/banks/browse-query";
import { FilterBar } from "@/components/banks/filter-bar";
import { QuestionList } from "@/components/banks/question-list";
import { Page } from "@/components/layout/page";
import { LinkButton } from "@/components/ui/button";
import { requireActor } from "@/lib/server/auth/actor";
import { currentTime } from "@/lib/server/clock";
import { load } from "@/lib/server/page";
import { findQuestions } from "@/lib/server/services/find-questions";
import { listBanks } from "@/lib/server/services/list-banks";
import { viewBrowseChoices } from "@/lib/server/services/view-browse-choices";

export const metadata: Metadata = { title: "Banks" };

export default async function BanksPage({ searchParams }: PageProps<"/banks">) {
  const query = filterFromQuery(await searchParams);
  const now = currentTime(await headers());
  const { choices, banks, found } = await load("/banks", async () => {
    const actor = await requireActor();
    const choices = await viewBrowseChoices(actor);
    return isNarrowing(query.filter)
      ? { choices, banks: null, found: await findQuestions(actor, query.filter, query.page, now) }
      : { choices, banks: await listBanks(actor, now), found: null };
  });
  return (
    <Page
      title="Banks"
      intro="Every question, by subject. Study a bank, or look for something."
      actions={
        <LinkButton href="/banks/coverage" size="small">
          What is covered
        </LinkButton>
      }
    >
      <FilterBar path="/banks" filter={query.filter} choices={choices} />
      {banks ? <BankCards banks={banks} /> : null}
      {found ? <QuestionList found={found} query={query} path="/banks" now={now} /> : null}
    </Page>
  );
}
