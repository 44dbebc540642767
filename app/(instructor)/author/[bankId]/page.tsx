import type { Metadata } from "next";

import { AuthoredQuestions } from "@/components/author/authored-questions";
import { BankDetailsForm } from "@/components/author/bank-details-form";
import { NewQuestionForm } from "@/components/author/new-question-form";
import { SharePanel } from "@/components/author/share-panel";
import { Page } from "@/components/layout/page";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { viewOwnBank } from "@/lib/server/services/view-own-banks";

import {
  beginQuestionAction,
  changeBankAction,
  retireQuestionAction,
  shareBankAction,
  unshareBankAction,
} from "../actions";

export const metadata: Metadata = { title: "Your bank" };

export default async function OwnBankPage({ params }: PageProps<"/author/[bankId]">) {
  const { bankId } = await params;
  const bank = await load(`/author/${bankId}`, async () =>
    viewOwnBank(await requireActor(), bankId),
  );
  return (
    <Page
      title={bank.title}
      intro={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <TextLink href="/author">Your banks</TextLink>
          {bank.isArchived ? <Badge>Archived</Badge> : null}
          {bank.description ? <span>{bank.description}</span> : null}
        </span>
      }
      actions={
        <div className="flex flex-wrap gap-2">
          <LinkButton href={`/author/${bank.id}/import`}>Import</LinkButton>
          <LinkButton href={`/author/${bank.id}/export`}>Export</LinkButton>
          {bank.isArchived ? null : (
            <LinkButton href={`/banks/${bank.id}`}>As learners see it</LinkButton>
          )}
        </div>
      }
    >
      <NewQuestionForm bankId={bank.id} begin={beginQuestionAction} />
      <AuthoredQuestions
        bankId={bank.id}
        questions={bank.questions}
        retire={retireQuestionAction}
      />
      <SharePanel
        bankId={bank.id}
        shares={bank.shares}
        share={shareBankAction}
        unshare={unshareBankAction}
      />
      <BankDetailsForm bank={bank} change={changeBankAction} />
    </Page>
  );
}
