import type { Metadata } from "next";
import { cookies } from "next/headers";

import { Page } from "@/components/layout/page";
import { THEME_COOKIE, toTheme } from "@/components/layout/theme";
import { OwnReports } from "@/components/reports/own-reports";
import { AccountSettings } from "@/components/settings/account-settings";
import { SettingsSection } from "@/components/settings/settings-section";
import { StudySettingsForm } from "@/components/settings/study-settings-form";
import { ThemeChoice } from "@/components/settings/theme-choice";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { viewSettings } from "@/lib/server/services/view-settings";

import { changePasswordAction, updateProfileAction, updateStudySettingsAction } from "./actions";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const jar = await cookies();
  const { actor, view, reports } = await load("/settings", async () => {
    const actor = await requireActor();
    const { reports, ...view } = await viewSettings(actor);
    return { actor, view, reports };
  });
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
        <SettingsSection id="appearance" title="Appearance" text="Kept in this browser.">
          <ThemeChoice initial={toTheme(jar.get(THEME_COOKIE)?.value)} />
        </SettingsSection>
        {reports.length > 0 ? (
          <SettingsSection
            id="reports"
            title="Your reports"
            text="Problems with questions that you reported, and what became of them."
          >
            <OwnReports reports={reports} withQuestion />
          </SettingsSection>
        ) : null}
        <AccountSettings
          person={actor}
          rename={updateProfileAction}
          changePassword={changePasswordAction}
        />
      </div>
    </Page>
  );
}
