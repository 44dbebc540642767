import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";

import { ClassFrame } from "@/components/classes/class-frame";
import { MarkingDesk } from "@/components/quizzes/marking/marking-desk";
import { MarkingChoices } from "@/components/quizzes/marking/marking-choices";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { viewMarking } from "@/lib/server/services/mark-answers";
import { viewClassHead } from "@/lib/server/services/view-class";

import { markAnswerAction } from "./actions";

export const metadata: Metadata = { title: "Marking" };

const first = (value: string | string[] | undefined): string | null =>
  (Array.isArray(value) ? value[0] : value) ?? null;

export default async function MarkingPage({
  params,
  searchParams,
}: PageProps<"/classes/[classId]/assignments/[assignmentId]/marking">) {
  const { classId, assignmentId } = await params;
  const query = await searchParams;
  const path = `/classes/${classId}/assignments/${assignmentId}`;
  const withNames = first(query["names"]) === "shown";
  const { head, view } = await load(`${path}/marking`, async () => {
    const actor = await requireActor();
    return {
      head: await viewClassHead(actor, classId),
      view: await viewMarking(
        actor,
        { classId, assignmentId },
        { questionId: first(query["question"]), withNames },
      ),
    };
  });
  return (
    <ClassFrame head={head}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-xl font-semibold">Marking {view.title}</h2>
        <LinkButton href={path} size="small">
          Back to the assignment
        </LinkButton>
      </div>
      {view.questionId === null ? (
        <EmptyState icon={CircleCheck} title="Nothing waits to be marked">
          Open answers, and lines that cannot be judged by themselves, appear here once they are
          handed in.
        </EmptyState>
      ) : (
        <>
          <MarkingChoices
            path={`${path}/marking`}
            questions={view.questions}
            chosen={view.questionId}
            withNames={withNames}
          />
          <MarkingDesk
            key={`${view.questionId} ${String(withNames)}`}
            classId={classId}
            assignmentId={assignmentId}
            answers={view.answers}
            mark={markAnswerAction}
          />
        </>
      )}
    </ClassFrame>
  );
}
