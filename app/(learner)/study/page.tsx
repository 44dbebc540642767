import type { Metadata } from "next";

import { Player } from "@/components/study/player";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { viewBrowseChoices } from "@/lib/server/services/view-browse-choices";

export const metadata: Metadata = { title: "Study" };

export default async function StudyPage({ searchParams }: PageProps<"/study">) {
  const { bank } = await searchParams;
  const wanted = [bank ?? []].flat();
  const returnTo = `/study${wanted.length > 0 ? `?${new URLSearchParams(wanted.map((id) => ["bank", id]))}` : ""}`;
  const { actor, titles } = await load(returnTo, async () => {
    const actor = await requireActor();
    const { banks } = await viewBrowseChoices(actor);
    return { actor, titles: Object.fromEntries(banks.map(({ id, title }) => [id, title])) };
  });
  return (
    <main
      id="main"
      className="mx-auto flex w-full max-w-3xl flex-1 flex-col px-4 pt-3 sm:px-6 sm:pt-5"
    >
      <h1 className="sr-only">Study</h1>
      <Player userId={actor.id} banks={wanted.filter((id) => id in titles)} bankTitles={titles} />
    </main>
  );
}
