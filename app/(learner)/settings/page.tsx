import type { Metadata } from "next";
import { cookies } from "next/headers";
import type { ComponentProps } from "react";

import { Page } from "@/components/layout/page";
import { THEME_COOKIE, toTheme } from "@/components/layout/theme";
import { OwnReports } from "@/components/reports/own-reports";
import { AccountSettings } from "@/components/settings/account-settings";
import { FittingPanel } from "@/components/settings/fitting-panel";
import { RetentionWorkload } from "@/components/settings/retention-workload";
import { SettingsSection } from "@/components/settings/settings-section";
import { StudySettingsForm } from "@/components/settings/study-settings-form";
import { ThemeChoice } from "@/components/settings/theme-choice";
import { LinkButton } from "@/components/ui/button";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { viewFitting } from "@/lib/server/services/view-fitting";
import { viewNoticeChoices } from "@/lib/server/services/view-notices";
import { viewReminders } from "@/lib/server/services/view-reminders";
import { viewSettings } from "@/lib/server/services/view-settings";

import {
  changePasswordAction,
  fitNowAction,
  revertWeightsAction,
  simulateWorkloadAction,
  updateProfileAction,
  updateStudySettingsAction,
} from "./actions";
import { TellingSections } from "./telling-sections";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const jar = await cookies();
  const { actor, view, reports, fitting, notices, reminders } = await load(
    "/settings",
    async () => {
      const actor = await requireActor();
      const [{ reports, ...view }, fitting, notices, reminders] = await Promise.all([
        viewSettings(actor),
        viewFitting(actor),
        viewNoticeChoices(actor),
        viewReminders(actor),
      ]);
      return { actor, view, reports, fitting, notices, reminders };
    },
  );
  return (
    <Page title="Settings">
      <div className="divide-y divide-line border-t border-line">
        <SettingsSection
          id="exam"
          title="Studying"
          text="What you prepare for, and how much of your day it may take."
        >
          <StudySettingsForm {...view} save={updateStudySettingsAction} />
        </SettingsSection>
        <SettingsSection
          id="memory"
          title="Your memory"
          text="How FSRS sees your memory, and what the recall you want costs a day."
        >
          <div className="flex flex-col gap-8">
            <RetentionWorkload
              current={view.settings.desiredRetention}
              newPerDay={view.settings.newPerDay}
              simulate={simulateWorkloadAction}
            />
            <FittingPanel {...fitting} fitNow={fitNowAction} revert={revertWeightsAction} />
          </div>
        </SettingsSection>
        <SettingsSection id="appearance" title="Appearance" text="Kept in this browser.">
          <ThemeChoice initial={toTheme(jar.get(THEME_COOKIE)?.value)} />
        </SettingsSection>
        <TellingSections
          reminders={reminders}
          notices={notices}
          timeZone={view.settings.timeZone}
        />
        <Reports reports={reports} />
        <AccountSettings
          person={actor}
          rename={updateProfileAction}
          changePassword={changePasswordAction}
        />
        <MyData />
      </div>
    </Page>
  );
}

const Reports = ({ reports }: Pick<ComponentProps<typeof OwnReports>, "reports">) =>
  reports.length > 0 ? (
    <SettingsSection
      id="reports"
      title="Your reports"
      text="Problems with questions that you reported, and what became of them."
    >
      <OwnReports reports={reports} withQuestion />
    </SettingsSection>
  ) : null;

const MyData = () => (
  <SettingsSection
    id="data"
    title="Your data"
    text="Take it with you, bring reviews back, or delete your account."
  >
    <LinkButton href="/settings/data">Your data</LinkButton>
  </SettingsSection>
);
