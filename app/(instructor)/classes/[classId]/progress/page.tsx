import { Grid3x3 } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { z } from "zod";

import { ClassFrame } from "@/components/classes/class-frame";
import { DomainHeatmap } from "@/components/classes/domain-heatmap";
import { HelpList } from "@/components/classes/help-list";
import { HelpRuleForm } from "@/components/classes/help-rule-form";
import { EmptyState } from "@/components/ui/empty-state";
import { PageLinks } from "@/components/ui/page-links";
import { HelpRuleSchema, type HelpRule } from "@/lib/domain/classes/needs-help";
import { requireActor } from "@/lib/server/auth/actor";
import { currentTime } from "@/lib/server/clock";
import { load } from "@/lib/server/page";
import { viewClassHead } from "@/lib/server/services/view-class";
import { viewClassProgress, type ClassProgress } from "@/lib/server/services/view-class-progress";

export const metadata: Metadata = { title: "Progress" };

const PageSchema = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

export default async function ClassProgressPage({
  params,
  searchParams,
}: PageProps<"/classes/[classId]/progress">) {
  const { classId } = await params;
  const search = await searchParams;
  const rule = HelpRuleSchema.parse(search);
  const { page } = PageSchema.parse(search);
  const now = currentTime(await headers());
  const path = `/classes/${classId}/progress`;
  const { head, view } = await load(path, async () => {
    const actor = await requireActor();
    return {
      head: await viewClassHead(actor, classId),
      view: await viewClassProgress(actor, classId, { rule, page }, now),
    };
  });
  return (
    <ClassFrame head={head}>
      <section aria-labelledby="help" className="flex flex-col gap-4">
        <h2 id="help" className="text-xl font-semibold">
          Who needs help ({view.inNeed.length} of {view.students})
        </h2>
        <HelpRuleForm action={path} rule={rule} />
        <HelpList classId={classId} rows={view.inNeed} />
      </section>
      <section aria-labelledby="domains" className="flex flex-col gap-4">
        <h2 id="domains" className="text-xl font-semibold">
          What they know of each domain
        </h2>
        <Domains classId={classId} view={view} />
        <PageLinks
          page={view.page}
          pages={view.pages}
          address={(next) => `${path}?${queryOf(rule, next)}`}
        />
      </section>
    </ClassFrame>
  );
}

const queryOf = ({ inactiveDays, below }: HelpRule, page: number): string =>
  new URLSearchParams({
    inactiveDays: String(inactiveDays),
    below: String(below),
    page: String(page),
  }).toString();

function Domains({ classId, view }: { classId: string; view: ClassProgress }) {
  if (view.domains.length === 0) {
    return (
      <EmptyState icon={Grid3x3} title="Nothing is known yet">
        Marked answers in quizzes are shown here by domain of the curriculum, and so is the study of
        those who share it.
      </EmptyState>
    );
  }
  return (
    <>
      <p className="max-w-3xl text-sm text-muted">
        Share of the points in the latest attempt at each quiz: red below 50 %, yellow below 75 %,
        green above. {sharingWords(view)}
      </p>
      <DomainHeatmap classId={classId} {...view} />
    </>
  );
}

const sharingWords = ({ sharing, students }: ClassProgress): string =>
  sharing === 0
    ? "No student shares their study with the class: each may do so on its first page."
    : `${sharing} of ${students} share their study: for them the expected recall of each domain is shown too.`;
