import type { Metadata } from "next";

import { ClassFrame } from "@/components/classes/class-frame";
import { MemberTable } from "@/components/classes/member-table";
import { WaitingTable } from "@/components/classes/waiting-table";
import { LinkButton } from "@/components/ui/button";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { viewClassHead } from "@/lib/server/services/view-class";
import { viewRoster } from "@/lib/server/services/view-roster";

import {
  changeMemberAction,
  removeFromClassAction,
  setAccommodationAction,
  withdrawInvitationAction,
} from "./actions";

export const metadata: Metadata = { title: "Roster" };

export default async function RosterPage({ params }: PageProps<"/classes/[classId]/roster">) {
  const { classId } = await params;
  const { head, roster } = await load(`/classes/${classId}/roster`, async () => {
    const actor = await requireActor();
    const [head, roster] = await Promise.all([
      viewClassHead(actor, classId),
      viewRoster(actor, classId),
    ]);
    return { head, roster };
  });
  return (
    <ClassFrame head={head}>
      <section aria-labelledby="members" className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 id="members" className="text-lg font-semibold">
            In the class ({roster.members.length})
          </h2>
          <div className="flex flex-wrap gap-2">
            {head.mayRun ? (
              <LinkButton href={`/classes/${classId}/roster/import`} size="small">
                Import a list
              </LinkButton>
            ) : null}
            <a
              href={`/api/v1/classes/${classId}/roster`}
              download
              className="inline-flex h-8 items-center rounded-md border border-edge/60 bg-surface px-2.5 text-sm font-medium shadow-low hover:border-edge hover:bg-sunken"
            >
              Download as CSV
            </a>
          </div>
        </div>
        <MemberTable
          classId={classId}
          members={roster.members}
          sections={roster.sections}
          mayRun={head.mayRun}
          mayAdmit={head.mayAdmit}
          change={changeMemberAction}
          accommodate={setAccommodationAction}
          remove={removeFromClassAction}
        />
      </section>
      <WaitingTable
        classId={classId}
        waiting={roster.waiting}
        mayRun={head.mayRun}
        withdraw={withdrawInvitationAction}
      />
    </ClassFrame>
  );
}
