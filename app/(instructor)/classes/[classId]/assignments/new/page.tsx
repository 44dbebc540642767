import { ListChecks } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";

import { ClassFrame } from "@/components/classes/class-frame";
import { zoneName } from "@/components/classes/class-words";
import { AssignmentForm } from "@/components/quizzes/assignments/assignment-form";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireActor } from "@/lib/server/auth/actor";
import { currentTime } from "@/lib/server/clock";
import { load } from "@/lib/server/page";
import { draftAssignment } from "@/lib/server/services/draft-assignment";

import { assignQuizAction } from "../actions";

export const metadata: Metadata = { title: "Assign a quiz" };

export default async function NewAssignmentPage({
  params,
  searchParams,
}: PageProps<"/classes/[classId]/assignments/new">) {
  const { classId } = await params;
  const { quiz } = await searchParams;
  const now = currentTime(await headers());
  const { head, quizzes, sections, values } = await load(
    `/classes/${classId}/assignments/new`,
    async () =>
      draftAssignment(
        await requireActor(),
        { classId, quizId: typeof quiz === "string" ? quiz : null },
        now,
      ),
  );
  return (
    <ClassFrame head={head}>
      <h2 className="text-xl font-semibold">Assign a quiz</h2>
      {quizzes.length === 0 ? (
        <EmptyState
          icon={ListChecks}
          title="You have no quiz yet"
          action={
            <LinkButton href="/quizzes" look="primary">
              Build a quiz
            </LinkButton>
          }
        >
          Build one first; then give it to this class with its dates.
        </EmptyState>
      ) : (
        <AssignmentForm
          classId={classId}
          zone={zoneName(head.timeZone)}
          quizzes={quizzes}
          sections={sections}
          values={values}
          save={assignQuizAction}
          done={null}
        />
      )}
    </ClassFrame>
  );
}
