import { GraduationCap, Users } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";

import { ClassFrame } from "@/components/classes/class-frame";
import { GradebookFilter } from "@/components/gradebook/gradebook-filter";
import { GradebookLegend } from "@/components/gradebook/gradebook-legend";
import { GradebookTable } from "@/components/gradebook/gradebook-table";
import { LinkButton } from "@/components/ui/button";

import { EmptyState } from "@/components/ui/empty-state";
import { FileLink } from "@/components/ui/file-link";
import { PageLinks } from "@/components/ui/page-links";
import { GradebookQuerySchema, type GradebookQuery } from "@/lib/domain/quizzes/gradebook-input";
import { requireActor } from "@/lib/server/auth/actor";
import { currentTime } from "@/lib/server/clock";
import { load } from "@/lib/server/page";
import { viewClassHead } from "@/lib/server/services/view-class";
import { viewGradebook } from "@/lib/server/services/view-gradebook";

export const metadata: Metadata = { title: "Gradebook" };

export default async function GradebookPage({
  params,
  searchParams,
}: PageProps<"/classes/[classId]/gradebook">) {
  const { classId } = await params;
  const query = GradebookQuerySchema.parse(await searchParams);
  const now = currentTime(await headers());
  const path = `/classes/${classId}/gradebook`;
  const { head, view } = await load(path, async () => {
    const actor = await requireActor();
    return {
      head: await viewClassHead(actor, classId),
      view: await viewGradebook(actor, classId, query, now),
    };
  });
  const file = `/api/v1/classes/${classId}/gradebook`;
  return (
    <ClassFrame head={head}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-xl font-semibold">Gradebook</h2>
        <div className="flex flex-wrap gap-2">
          {view.mayRun ? (
            <LinkButton href={`${path}/categories`} size="small">
              Categories and rules
            </LinkButton>
          ) : null}
          <FileLink href={file}>CSV</FileLink>
          <FileLink href={`${file}/xlsx`}>XLSX</FileLink>
        </div>
      </div>
      <GradebookFilter action={path} query={query} sections={view.sections} found={view.found} />
      {view.columns.length === 0 ? (
        <EmptyState icon={GraduationCap} title="There is nothing to grade yet">
          What is assigned to the class and published gets a column here.
        </EmptyState>
      ) : view.students.length === 0 ? (
        <EmptyState icon={Users} title="No students">
          Nobody in the class is like that. Students let in on its first page appear here.
        </EmptyState>
      ) : (
        <>
          <GradebookLegend categories={view.categories} missingIsZero={view.missingIsZero} />
          <GradebookTable
            classId={classId}
            {...view}
            rule={{ missingIsZero: view.missingIsZero }}
          />
        </>
      )}
      <PageLinks
        page={view.page}
        pages={view.pages}
        address={(page) => `${path}?${queryOf(query, page)}`}
      />
    </ClassFrame>
  );
}

const queryOf = ({ text, section, sort }: GradebookQuery, page: number): string =>
  new URLSearchParams({
    ...(text === "" ? {} : { text }),
    ...(section === null ? {} : { section }),
    sort,
    page: String(page),
  }).toString();
