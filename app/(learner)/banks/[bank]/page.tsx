import type { Metadata } from "next";
import { headers } from "next/headers";

import { BankHeader } from "@/components/banks/bank-header";
import { filterFromQuery } from "@/components/banks/browse-query";
import { FilterBar } from "@/components/banks/filter-bar";
import { QuestionList } from "@/components/banks/question-list";
import { Page } from "@/components/layout/page";
import { requireActor } from "@/lib/server/auth/actor";
import { currentTime } from "@/lib/server/clock";
import { load } from "@/lib/server/page";
import { findQuestions } from "@/lib/server/services/find-questions";
import { viewBank } from "@/lib/server/services/view-bank";
import { viewBrowseChoices } from "@/lib/server/services/view-browse-choices";

export const metadata: Metadata = { title: "Bank" };

export default async function BankPage({ params, searchParams }: PageProps<"/banks/[bank]">) {
  const { bank: id } = await params;
  const query = filterFromQuery(await searchParams);
  const now = currentTime(await headers());
  const path = `/banks/${id}`;
  const { bank, choices, found } = await load(path, async () => {
    const actor = await requireActor();
    const [bank, choices, found] = await Promise.all([
      viewBank(actor, id, now),
      viewBrowseChoices(actor),
      findQuestions(actor, { ...query.filter, bank: id }, query.page, now),
    ]);
    return { bank, choices, found };
  });
  return (
    <Page title={bank.title} intro={bank.description} actions={<BankHeader bank={bank} />}>
      <FilterBar path={path} filter={query.filter} choices={{ ...choices, banks: [] }} />
      <QuestionList found={found} query={query} path={path} now={now} />
    </Page>
  );
}
