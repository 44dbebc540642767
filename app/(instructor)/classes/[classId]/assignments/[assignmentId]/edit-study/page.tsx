import type { Metadata } from "next";

import { ClassFrame } from "@/components/classes/class-frame";
import { zoneName } from "@/components/classes/class-words";
import { HomeworkForm } from "@/components/quizzes/homework/homework-form";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { editHomework } from "@/lib/server/services/draft-homework";

import { changeHomeworkAction } from "../../actions";

export const metadata: Metadata = { title: "Change study work" };

export default async function EditHomeworkPage({
  params,
}: PageProps<"/classes/[classId]/assignments/[assignmentId]/edit-study">) {
  const { classId, assignmentId } = await params;
  const path = `/classes/${classId}/assignments/${assignmentId}/edit-study`;
  const { head, ...draft } = await load(path, async () =>
    editHomework(await requireActor(), { classId, assignmentId }),
  );
  return (
    <ClassFrame head={head}>
      <h2 className="text-xl font-semibold">{draft.values.title}</h2>
      <HomeworkForm
        classId={classId}
        zone={zoneName(head.timeZone)}
        {...draft}
        save={changeHomeworkAction}
        done="Saved. Credit that was final is counted anew."
      />
    </ClassFrame>
  );
}
