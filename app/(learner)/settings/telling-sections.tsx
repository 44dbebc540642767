import { NoticeChoicesForm } from "@/components/notices/notice-choices-form";
import { RemindersPanel } from "@/components/reminders/reminders-panel";
import { SettingsSection } from "@/components/settings/settings-section";
import type { NoticeChoices } from "@/lib/domain/notices/notice-kinds";
import type { RemindersView } from "@/lib/server/services/view-reminders";

import { changeNoticeChoicesAction } from "../../(instructor)/notices/actions";
import { changeDigestAction, renewCalendarAction, revokeCalendarAction } from "./actions";

type TellingSectionsProps = {
  reminders: RemindersView;
  notices: NoticeChoices;
  timeZone: string;
};

/** What reaches a person, and how. */
export function TellingSections({ reminders, notices, timeZone }: TellingSectionsProps) {
  return (
    <>
      <SettingsSection
        id="reminders"
        title="Reminders"
        text="What reaches you when you are not here. Each can be stopped at any time."
      >
        <RemindersPanel
          {...reminders}
          timeZone={timeZone}
          saveDigest={changeDigestAction}
          renewCalendar={renewCalendarAction}
          revokeCalendar={revokeCalendarAction}
        />
      </SettingsSection>
      <SettingsSection
        id="notices"
        title="Notices"
        text={
          reminders.isMailOn
            ? "What you are told, and how."
            : "What you are told, and how. This server sends no email."
        }
      >
        <NoticeChoicesForm choices={notices} save={changeNoticeChoicesAction} />
      </SettingsSection>
    </>
  );
}
