import type { Metadata } from "next";

import { QuestionFrame } from "@/components/author/question-frame";
import { VersionComparison } from "@/components/author/version-comparison";
import { VersionList } from "@/components/author/version-list";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { viewVersions } from "@/lib/server/services/view-versions";

import { restoreVersionAction } from "../../../../actions";

export const metadata: Metadata = { title: "Versions of a question" };

const numberOf = (text: string | string[] | undefined): number | null =>
  typeof text === "string" && /^\d{1,6}$/u.test(text) ? Number(text) : null;

export default async function VersionsPage({
  params,
  searchParams,
}: PageProps<"/author/[bankId]/questions/[slug]/versions">) {
  const [ref, { from, to }] = await Promise.all([params, searchParams]);
  const view = await load(`/author/${ref.bankId}/questions/${ref.slug}/versions`, async () =>
    viewVersions(await requireActor(), ref, { from: numberOf(from), to: numberOf(to) }),
  );
  return (
    <QuestionFrame head={{ ...view, version: view.current }}>
      <VersionList view={view} restore={restoreVersionAction} />
      {view.comparison ? <VersionComparison comparison={view.comparison} /> : null}
    </QuestionFrame>
  );
}
