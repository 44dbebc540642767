import type { Metadata } from "next";

import { Page } from "@/components/layout/page";
import { AnkiExport } from "@/components/my-data/anki-export";
import { DeleteAccount } from "@/components/my-data/delete-account";
import { ImportReviews } from "@/components/my-data/import-reviews";
import { SettingsSection } from "@/components/settings/settings-section";
import { TextLink } from "@/components/ui/text-link";
import { DownloadLink } from "@/components/my-data/download-link";
import { wordToDelete } from "@/lib/domain/access/account-input";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { viewMyData } from "@/lib/server/services/view-my-data";

import { deleteAccountAction } from "./actions";

export const metadata: Metadata = { title: "Your data" };

export default async function MyDataPage() {
  const { actor, view } = await load("/settings/data", async () => {
    const actor = await requireActor();
    return { actor, view: await viewMyData(actor) };
  });
  return (
    <Page title="Your data" intro={<TextLink href="/settings">All settings</TextLink>}>
      <div className="divide-y divide-line border-t border-line">
        <SettingsSection
          id="export"
          title="Take it with you"
          text="Everything kept of you, and your reviews in the form that other programs read."
        >
          <ul className="flex flex-col gap-4">
            <DownloadLink
              href="/api/v1/my-data/export"
              label="Everything as JSON"
              text="Answers, cards, settings, notices and your work in classes; marks are shown by the class."
            />
            <DownloadLink
              href="/api/v1/my-data/reviews"
              label="Reviews as CSV"
              text="For FSRS tools: question, time, rating, state and duration of each answer that counts. Drills and second tries are left out."
            />
          </ul>
        </SettingsSection>
        <SettingsSection
          id="anki"
          title="Notes for Anki"
          text="Questions you have answered, as a text file for Anki’s import: the question in front; the answer and why on the back."
        >
          <AnkiExport banks={view.banks} />
        </SettingsSection>
        <SettingsSection
          id="import"
          title="Bring reviews back"
          text="A JSON or CSV file exported here, or a CSV of another FSRS tool about these questions. Nothing is added twice."
        >
          <ImportReviews />
        </SettingsSection>
        <SettingsSection
          id="delete"
          title="Delete your account"
          text="At once and for good. Take your data with you before."
        >
          <DeleteAccount
            word={wordToDelete(actor.email)}
            asksPassword={view.hasPassword}
            remove={deleteAccountAction}
          />
        </SettingsSection>
      </div>
    </Page>
  );
}
