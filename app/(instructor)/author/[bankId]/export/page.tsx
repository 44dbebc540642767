import { FileQuestion } from "lucide-react";
import type { Metadata } from "next";

import { QuestionExport } from "@/components/author/export/question-export";
import { Page } from "@/components/layout/page";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { viewExportableBank } from "@/lib/server/services/export-questions";

export const metadata: Metadata = { title: "Export questions" };

export default async function ExportPage({ params }: PageProps<"/author/[bankId]/export">) {
  const { bankId } = await params;
  const bank = await load(`/author/${bankId}/export`, async () =>
    viewExportableBank(await requireActor(), bankId),
  );
  const home = bank.isOwn ? `/author/${bankId}` : `/banks/${bankId}`;
  return (
    <Page
      title="Export questions"
      intro={
        <>
          Of <TextLink href={home}>{bank.title}</TextLink>, with their keys. Only plain text can
          leave these out.
        </>
      }
    >
      {bank.questions.length === 0 ? (
        <EmptyState
          icon={FileQuestion}
          title="No questions yet"
          action={
            bank.isOwn ? <LinkButton href={`${home}/import`}>Import questions</LinkButton> : null
          }
        >
          {bank.isOwn ? "Publish a question, or import some." : "Nothing of it can be asked now."}
        </EmptyState>
      ) : (
        <QuestionExport bankId={bankId} questions={bank.questions} />
      )}
    </Page>
  );
}
