import type { Metadata } from "next";

import { AccountCard } from "@/components/account/account-card";
import { StopMailForm } from "@/components/reminders/stop-mail-form";
import { load } from "@/lib/server/page";
import { viewStop } from "@/lib/server/services/stop-mail";

import { stopMailAction } from "./actions";

/** The address is a secret: it is not told to pages that this one links to. */
export const metadata: Metadata = {
  title: "Stop emails",
  referrer: "no-referrer",
  robots: { index: false },
};

/** Where the links in our emails lead: asks before it stops anything. */
export default async function UnsubscribePage({ params }: PageProps<"/unsubscribe/[token]">) {
  const { token } = await params;
  const { list } = await load(`/unsubscribe/${token}`, () => Promise.resolve(viewStop(token)));
  return (
    <AccountCard
      title={list === "digest" ? "Stop the daily digest?" : "Stop emails of notices?"}
      intro={
        list === "digest"
          ? "No more email each morning about what is due. Everything else stays as it is."
          : "No notice is sent by email any more. You go on finding them in the app."
      }
      footer={null}
    >
      <StopMailForm token={token} stop={stopMailAction} />
    </AccountCard>
  );
}
