import type { Metadata } from "next";

import { ClassFrame } from "@/components/classes/class-frame";
import { ResultMatrix } from "@/components/quizzes/results/result-matrix";
import { ResultsFilter } from "@/components/quizzes/results/results-filter";
import { ResultsHead } from "@/components/quizzes/results/results-head";
import { StaleMarks } from "@/components/quizzes/results/stale-marks";
import { PageLinks } from "@/components/ui/page-links";
import { ResultsQuerySchema, type ResultsQuery } from "@/lib/domain/quizzes/results-query";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { viewClassHead } from "@/lib/server/services/view-class";
import { viewResults } from "@/lib/server/services/view-results";
import { viewStaleMarks } from "@/lib/server/services/view-stale-marks";

export const metadata: Metadata = { title: "Results" };

export default async function ResultsPage({
  params,
  searchParams,
}: PageProps<"/classes/[classId]/assignments/[assignmentId]/results">) {
  const { classId, assignmentId } = await params;
  const query = ResultsQuerySchema.parse(await searchParams);
  const assignmentPath = `/classes/${classId}/assignments/${assignmentId}`;
  const path = `${assignmentPath}/results`;
  const { head, view, stale } = await load(path, async () => {
    const actor = await requireActor();
    return {
      head: await viewClassHead(actor, classId),
      view: await viewResults(actor, { classId, assignmentId }, query),
      stale: await viewStaleMarks(actor, { classId, assignmentId }),
    };
  });
  return (
    <ClassFrame head={head}>
      <ResultsHead {...{ classId, assignmentId }} title={view.title} here="students" />
      <StaleMarks path={assignmentPath} {...stale} />
      <ResultsFilter
        action={path}
        query={query}
        sections={view.sections}
        counts={view.counts}
        found={view.found}
      />
      <ResultMatrix path={assignmentPath} {...view} />
      <PageLinks
        page={view.page}
        pages={view.pages}
        address={(page) => `${path}?${queryOf(query, page)}`}
      />
    </ClassFrame>
  );
}

const queryOf = ({ text, section, state, sort }: ResultsQuery, page: number): string =>
  new URLSearchParams({
    ...(text === "" ? {} : { text }),
    ...(section === null ? {} : { section }),
    ...(state === null ? {} : { state }),
    sort,
    page: String(page),
  }).toString();
