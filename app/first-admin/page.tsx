import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { findActor } from "@/lib/server/auth/actor";

import { FirstAdminForm } from "./first-admin-form";

export const metadata: Metadata = { title: "First admin", referrer: "no-referrer" };

/** Where the link leads that a new server prints: sign up, then take the role. */
export default async function FirstAdminPage({ searchParams }: PageProps<"/first-admin">) {
  const { token } = await searchParams;
  const secret = typeof token === "string" ? token : "";
  const actor = await findActor();
  if (!actor?.email) {
    redirect(`/sign-up?next=${encodeURIComponent(`/first-admin?token=${secret}`)}`);
  }
  return (
    <main id="main" className="mx-auto grid w-full max-w-xl gap-4 px-4 py-12">
      <h1 className="text-2xl font-semibold">Take charge of this server</h1>
      <p className="text-muted">
        This server has no admin yet. Whoever uses this link first becomes it, and the link then
        stops working.
      </p>
      <FirstAdminForm token={secret} email={actor.email} />
    </main>
  );
}
