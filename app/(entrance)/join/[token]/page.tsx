import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";

import { AccountCard } from "@/components/account/account-card";
import { JoinOffer } from "@/components/classes/join-offer";
import { findActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { viewJoin } from "@/lib/server/services/view-join";

import { joinByLinkAction } from "./actions";

/** The address is a secret: it is not told to pages that this one links to. */
export const metadata: Metadata = { title: "Join a class", referrer: "no-referrer" };

const TOKEN = /^[\w-]{8,100}$/;

/** Where invite links and personal links lead. */
export default async function JoinPage({ params }: PageProps<"/join/[token]">) {
  const { token } = await params;
  if (!TOKEN.test(token)) notFound();
  const path = `/join/${token}`;
  const actor = await findActor();
  const view = await load(path, () => viewJoin(actor, token));
  if (view.state === "member") redirect(`/classes/${view.classId}`);
  return (
    <AccountCard
      title={view.className}
      intro={view.description === "" ? "You are invited to this class." : view.description}
      footer={null}
    >
      <JoinOffer
        view={view}
        token={token}
        path={path}
        person={actor?.isGuest === false ? { name: actor.name, email: actor.email ?? "" } : null}
        isGuest={actor?.isGuest ?? false}
        join={joinByLinkAction}
      />
    </AccountCard>
  );
}
