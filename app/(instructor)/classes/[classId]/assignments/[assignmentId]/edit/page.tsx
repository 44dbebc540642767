import type { Metadata } from "next";

import { ClassFrame } from "@/components/classes/class-frame";
import { zoneName } from "@/components/classes/class-words";
import { AssignmentForm } from "@/components/quizzes/assignments/assignment-form";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { editAssignment } from "@/lib/server/services/draft-assignment";

import { changeAssignmentAction } from "../../actions";

export const metadata: Metadata = { title: "Change an assignment" };

export default async function EditAssignmentPage({
  params,
}: PageProps<"/classes/[classId]/assignments/[assignmentId]/edit">) {
  const { classId, assignmentId } = await params;
  const path = `/classes/${classId}/assignments/${assignmentId}/edit`;
  const { head, quizzes, sections, values } = await load(path, async () =>
    editAssignment(await requireActor(), { classId, assignmentId }),
  );
  return (
    <ClassFrame head={head}>
      <h2 className="text-xl font-semibold">{values.title}</h2>
      <AssignmentForm
        classId={classId}
        zone={zoneName(head.timeZone)}
        quizzes={quizzes}
        sections={sections}
        values={values}
        save={changeAssignmentAction}
        done="Saved. Open attempts end as the new dates say."
      />
    </ClassFrame>
  );
}
