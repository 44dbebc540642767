import { FileQuestion } from "lucide-react";
import type { Metadata } from "next";

import { ClassFrame } from "@/components/classes/class-frame";
import { PastRegrades } from "@/components/quizzes/regrade/past-regrades";
import { RegradeForm } from "@/components/quizzes/regrade/regrade-form";
import { RegradePreview } from "@/components/quizzes/regrade/regrade-preview";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { viewClassHead } from "@/lib/server/services/view-class";
import { viewRegrade } from "@/lib/server/services/view-regrade";

import {
  applyRegradeAction,
  discardPreviewAction,
  previewRegradeAction,
  undoRegradeAction,
} from "./actions";

export const metadata: Metadata = { title: "Regrade" };

export default async function RegradePage({
  params,
  searchParams,
}: PageProps<"/classes/[classId]/assignments/[assignmentId]/regrade">) {
  const ref = await params;
  const { preview, anew, done } = await searchParams;
  const path = `/classes/${ref.classId}/assignments/${ref.assignmentId}`;
  const { head, view } = await load(`${path}/regrade`, async () => {
    const actor = await requireActor();
    return {
      head: await viewClassHead(actor, ref.classId),
      view: await viewRegrade(actor, ref, typeof preview === "string" ? preview : null),
    };
  });
  return (
    <ClassFrame head={head}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-xl font-semibold">Grade {view.title} anew</h2>
        <LinkButton href={`${path}/results`} size="small">
          Back to the results
        </LinkButton>
      </div>
      {done === undefined ? null : (
        <p role="status" className="font-medium text-good">
          {view.past[0]?.undoneAt ? "The changes are undone." : "The changes are applied."}
        </p>
      )}
      {view.preview ? (
        <RegradePreview
          key={view.preview.id}
          values={{ ...ref, id: view.preview.id }}
          preview={view.preview}
          isAnew={anew !== undefined}
          apply={applyRegradeAction}
          discard={discardPreviewAction}
        />
      ) : view.questions.length === 0 ? (
        <EmptyState icon={FileQuestion} title="Nothing has been handed in yet">
          What is handed in can be graded anew here when a key, points or your mind has changed.
        </EmptyState>
      ) : (
        <RegradeForm
          // What is decided for everybody may be another thing since: its fields begin anew.
          key={view.questions.map(({ ruling }) => ruling ?? "").join(" ")}
          values={ref}
          questions={view.questions}
          preview={previewRegradeAction}
        />
      )}
      <PastRegrades
        values={ref}
        past={view.past}
        timeZone={view.timeZone}
        undo={undoRegradeAction}
      />
    </ClassFrame>
  );
}
