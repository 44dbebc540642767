import { FilePen } from "lucide-react";
import type { Metadata } from "next";

import { OwnBankTable } from "@/components/author/own-bank-table";
import { NewTitleForm } from "@/components/form/new-title-form";
import { Page } from "@/components/layout/page";
import { EmptyState } from "@/components/ui/empty-state";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { listOwnBanks } from "@/lib/server/services/view-own-banks";

import { archiveBankAction, createBankAction } from "./actions";

export const metadata: Metadata = { title: "Author" };

export default async function AuthorPage() {
  const banks = await load("/author", async () => listOwnBanks(await requireActor()));
  const current = banks.filter(({ isArchived }) => !isArchived);
  const archived = banks.filter(({ isArchived }) => isArchived);
  return (
    <Page
      title="Author"
      intro="Questions of your own, in banks that only you and the classes you choose can study."
    >
      <NewTitleForm
        id="new-bank"
        label="Title of a new bank"
        maxLength={80}
        make="Make a bank"
        create={createBankAction}
      />
      {current.length === 0 ? (
        <EmptyState icon={FilePen} title="No banks of your own yet">
          Give one a title above, then write its first question.
        </EmptyState>
      ) : (
        <OwnBankTable caption="Your banks" banks={current} archive={archiveBankAction} />
      )}
      {archived.length > 0 ? (
        <section aria-labelledby="archived" className="flex flex-col gap-3">
          <h2 id="archived" className="text-lg font-semibold">
            Archived
          </h2>
          <OwnBankTable caption="Archived banks" banks={archived} archive={archiveBankAction} />
        </section>
      ) : null}
    </Page>
  );
}
