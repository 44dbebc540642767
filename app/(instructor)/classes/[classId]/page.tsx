import type { Metadata } from "next";
import { headers } from "next/headers";

import { ClassFrame } from "@/components/classes/class-frame";
import { ClassPeople } from "@/components/classes/class-people";
import { DoorsPanel } from "@/components/classes/doors-panel";
import { HelpPanel } from "@/components/classes/help-panel";
import { OwnPlace } from "@/components/classes/own-place";
import { HelpRuleSchema } from "@/lib/domain/classes/needs-help";
import { requireActor } from "@/lib/server/auth/actor";
import { currentTime } from "@/lib/server/clock";
import { load } from "@/lib/server/page";
import { viewClass } from "@/lib/server/services/view-class";
import { viewStudentsInNeed } from "@/lib/server/services/view-class-progress";

import { closeDoorAction, leaveClassAction, renewDoorAction, shareStudyAction } from "./actions";

export const metadata: Metadata = { title: "Class" };

export default async function ClassPage({ params }: PageProps<"/classes/[classId]">) {
  const { classId } = await params;
  const now = currentTime(await headers());
  const { view, need } = await load(`/classes/${classId}`, async () => {
    const actor = await requireActor();
    const view = await viewClass(actor, classId);
    const rule = HelpRuleSchema.parse({});
    return {
      view,
      need: view.maySeeStudents ? await viewStudentsInNeed(actor, classId, rule, now) : null,
    };
  });
  return (
    <ClassFrame head={view}>
      {view.description === "" ? null : (
        <p className="max-w-3xl whitespace-pre-line">{view.description}</p>
      )}
      {view.doors && view.archivedAt === null ? (
        <DoorsPanel
          classId={classId}
          doors={view.doors}
          renew={renewDoorAction}
          close={closeDoorAction}
        />
      ) : null}
      {need && need.students > 0 ? <HelpPanel classId={classId} rows={need.inNeed} /> : null}
      <ClassPeople {...view} />
      {view.own ? (
        <OwnPlace
          classId={classId}
          className={view.name}
          own={view.own}
          leave={leaveClassAction}
          share={shareStudyAction}
        />
      ) : null}
    </ClassFrame>
  );
}
