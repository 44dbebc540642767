import { GraduationCap } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";

import { ClassFrame } from "@/components/classes/class-frame";
import { GradeExplanation } from "@/components/gradebook/grade-explanation";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireActor } from "@/lib/server/auth/actor";
import { currentTime } from "@/lib/server/clock";
import { load } from "@/lib/server/page";
import { viewClassHead } from "@/lib/server/services/view-class";
import { viewOwnGrades } from "@/lib/server/services/view-student-report";

export const metadata: Metadata = { title: "Your grades" };

export default async function OwnGradesPage({ params }: PageProps<"/classes/[classId]/grades">) {
  const { classId } = await params;
  const now = currentTime(await headers());
  const { actor, head, grades } = await load(`/classes/${classId}/grades`, async () => {
    const actor = await requireActor();
    return {
      actor,
      head: await viewClassHead(actor, classId),
      grades: await viewOwnGrades(actor, classId, now),
    };
  });
  return (
    <ClassFrame head={head}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-xl font-semibold">Your grades</h2>
        <LinkButton href={`/classes/${classId}/report/${actor.id}`} size="small">
          Report to print
        </LinkButton>
      </div>
      {grades.columns.length === 0 ? (
        <EmptyState icon={GraduationCap} title="Nothing is graded yet">
          What you hand in appears here once its results are released.
        </EmptyState>
      ) : (
        <div className="flex max-w-3xl flex-col gap-2">
          <p className="text-sm text-muted">
            As it stands, from what has been released: what waits to be marked or released does not
            count yet.
          </p>
          <GradeExplanation {...grades} rule={{ missingIsZero: grades.missingIsZero }} />
        </div>
      )}
    </ClassFrame>
  );
}
