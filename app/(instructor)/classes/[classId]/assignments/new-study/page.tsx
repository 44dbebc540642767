import type { Metadata } from "next";
import { headers } from "next/headers";

import { ClassFrame } from "@/components/classes/class-frame";
import { zoneName } from "@/components/classes/class-words";
import { HomeworkForm } from "@/components/quizzes/homework/homework-form";
import { requireActor } from "@/lib/server/auth/actor";
import { currentTime } from "@/lib/server/clock";
import { load } from "@/lib/server/page";
import { draftHomework } from "@/lib/server/services/draft-homework";

import { assignHomeworkAction } from "../actions";

export const metadata: Metadata = { title: "Assign study" };

export default async function NewHomeworkPage({
  params,
}: PageProps<"/classes/[classId]/assignments/new-study">) {
  const { classId } = await params;
  const now = currentTime(await headers());
  const { head, ...draft } = await load(`/classes/${classId}/assignments/new-study`, async () =>
    draftHomework(await requireActor(), classId, now),
  );
  return (
    <ClassFrame head={head}>
      <h2 className="text-xl font-semibold">Assign study</h2>
      <HomeworkForm
        classId={classId}
        zone={zoneName(head.timeZone)}
        {...draft}
        save={assignHomeworkAction}
        done={null}
      />
    </ClassFrame>
  );
}
