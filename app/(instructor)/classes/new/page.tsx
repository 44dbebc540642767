import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { NewClassForm } from "@/components/classes/new-class-form";
import { Page } from "@/components/layout/page";
import { canCreateClass } from "@/lib/domain/access/class-access";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { timeZones } from "@/lib/server/time-zones";

import { createClassAction } from "../actions";

export const metadata: Metadata = { title: "New class" };

export default async function NewClassPage() {
  const actor = await load("/classes/new", requireActor);
  if (!canCreateClass(actor)) notFound();
  return (
    <Page title="New class" intro="You will be its instructor, and can add others.">
      <NewClassForm timeZones={timeZones()} create={createClassAction} />
    </Page>
  );
}
