import { ClipboardList } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";

import { ClassFrame } from "@/components/classes/class-frame";
import { AssignmentTable } from "@/components/quizzes/assignments/assignment-table";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireActor } from "@/lib/server/auth/actor";
import { currentTime } from "@/lib/server/clock";
import { load } from "@/lib/server/page";
import { viewAssignments } from "@/lib/server/services/view-assignments";
import { viewClassHead } from "@/lib/server/services/view-class";

export const metadata: Metadata = { title: "Assignments" };

export default async function AssignmentsPage({
  params,
}: PageProps<"/classes/[classId]/assignments">) {
  const { classId } = await params;
  const now = currentTime(await headers());
  const { head, view } = await load(`/classes/${classId}/assignments`, async () => {
    const actor = await requireActor();
    return {
      head: await viewClassHead(actor, classId),
      view: await viewAssignments(actor, classId, now),
    };
  });
  const assign = (
    <div className="flex flex-wrap gap-2">
      <LinkButton href={`/classes/${classId}/assignments/new`} look="primary">
        Assign a quiz
      </LinkButton>
      <LinkButton href={`/classes/${classId}/assignments/new-study`}>Assign study</LinkButton>
    </div>
  );
  return (
    <ClassFrame head={head} actions={view.mayRun && head.archivedAt === null ? assign : undefined}>
      {view.assignments.length === 0 ? (
        <EmptyState
          icon={ClipboardList}
          title="Nothing is assigned"
          action={view.mayRun && head.archivedAt === null ? assign : undefined}
        >
          {view.mayRun
            ? "Build a quiz, then give it to the class with its dates; or ask for study on each day."
            : "What your instructors assign is shown here."}
        </EmptyState>
      ) : (
        <AssignmentTable classId={classId} {...view} />
      )}
    </ClassFrame>
  );
}
