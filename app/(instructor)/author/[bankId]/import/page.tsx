import type { Metadata } from "next";

import { QuestionImport } from "@/components/author/import/question-import";
import { Page } from "@/components/layout/page";
import { TextLink } from "@/components/ui/text-link";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { viewImport } from "@/lib/server/services/import-questions";

export const metadata: Metadata = { title: "Import questions" };

export default async function ImportPage({ params }: PageProps<"/author/[bankId]/import">) {
  const { bankId } = await params;
  const { title, competencies } = await load(`/author/${bankId}/import`, async () =>
    viewImport(await requireActor(), bankId),
  );
  return (
    <Page
      title="Import questions"
      intro={
        <>
          Into <TextLink href={`/author/${bankId}`}>{title}</TextLink>. Nothing is saved before you
          have seen what will happen.
        </>
      }
    >
      <QuestionImport bankId={bankId} competencies={competencies} />
    </Page>
  );
}
