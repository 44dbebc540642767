import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { ArchiveButtons } from "@/components/classes/archive-buttons";
import { ClassFrame } from "@/components/classes/class-frame";
import { ClassSettingsForm } from "@/components/classes/class-settings-form";
import { SectionList } from "@/components/classes/section-list";
import { SettingsSection } from "@/components/settings/settings-section";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { viewClass } from "@/lib/server/services/view-class";
import { timeZones } from "@/lib/server/time-zones";

import {
  addSectionAction,
  archiveClassAction,
  changeClassAction,
  changeSectionAction,
  removeSectionAction,
  unarchiveClassAction,
} from "../actions";

export const metadata: Metadata = { title: "Class settings" };

export default async function ClassSettingsPage({
  params,
}: PageProps<"/classes/[classId]/settings">) {
  const { classId } = await params;
  const view = await load(`/classes/${classId}/settings`, async () =>
    viewClass(await requireActor(), classId),
  );
  if (!view.mayRun && !view.mayAdmit) notFound();
  return (
    <ClassFrame head={view}>
      <div className="divide-y divide-line">
        {view.mayRun ? (
          <>
            <SettingsSection id="about" title="About" text="What students see of the class.">
              <ClassSettingsForm head={view} timeZones={timeZones()} save={changeClassAction} />
            </SettingsSection>
            <SettingsSection
              id="sections"
              title="Sections"
              text="Groups that may have assignments of their own. People are put into them in the roster."
            >
              <SectionList
                classId={classId}
                sections={view.sections}
                add={addSectionAction}
                change={changeSectionAction}
                remove={removeSectionAction}
              />
            </SettingsSection>
          </>
        ) : null}
        <SettingsSection
          id="archive"
          title="Archive"
          text="For when the course is over. Everything can still be read."
        >
          <ArchiveButtons
            classId={classId}
            name={view.name}
            isArchived={view.archivedAt !== null}
            archive={archiveClassAction}
            unarchive={unarchiveClassAction}
          />
        </SettingsSection>
      </div>
    </ClassFrame>
  );
}
