import type { Metadata } from "next";

import { ClassFrame } from "@/components/classes/class-frame";
import { ClassPeople } from "@/components/classes/class-people";
import { DoorsPanel } from "@/components/classes/doors-panel";
import { OwnPlace } from "@/components/classes/own-place";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { viewClass } from "@/lib/server/services/view-class";

import { closeDoorAction, leaveClassAction, renewDoorAction } from "./actions";

export const metadata: Metadata = { title: "Class" };

export default async function ClassPage({ params }: PageProps<"/classes/[classId]">) {
  const { classId } = await params;
  const view = await load(`/classes/${classId}`, async () =>
    viewClass(await requireActor(), classId),
  );
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
      <ClassPeople {...view} />
      {view.own ? (
        <OwnPlace classId={classId} className={view.name} own={view.own} leave={leaveClassAction} />
      ) : null}
    </ClassFrame>
  );
}
