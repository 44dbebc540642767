import type { Metadata } from "next";
import { headers } from "next/headers";

import { Player } from "@/components/study/player";
import { MODE_WORDS } from "@/components/study/session-modes";
import {
  BATCH,
  requestOf,
  sessionAddress,
  sessionFromQuery,
  type SessionQuery,
} from "@/components/study/session-query";
import { counted } from "@/components/ui/counted";
import { QueueRequestSchema, type QueueResponse } from "@/lib/domain/study/queue-contract";
import { requireActor, signedOut } from "@/lib/server/auth/actor";
import { findSessionClaims } from "@/lib/server/auth/session";
import { buildId } from "@/lib/server/build-id";
import { currentTime } from "@/lib/server/clock";
import { load } from "@/lib/server/page";
import { studyQueue } from "@/lib/server/services/study-queue";
import { viewBrowseChoices, type BrowseChoices } from "@/lib/server/services/view-browse-choices";

export const metadata: Metadata = { title: "Study" };

export default async function StudyPage({ searchParams }: PageProps<"/study">) {
  const wanted = sessionFromQuery(await searchParams);
  const sent = await headers();
  const { actor, choices, query, first } = await load(sessionAddress(wanted), async () => {
    const actor = await requireActor();
    const choices = await viewBrowseChoices(actor);
    const query = known(wanted, choices);
    const first = sent.has(KEPT_PAGE_HEADER) ? null : await firstQuestions(query, sent);
    return { actor, choices, query, first };
  });
  return (
    <main
      id="main"
      className="mx-auto flex w-full max-w-3xl flex-1 flex-col px-4 pt-3 sm:px-6 sm:pt-5"
    >
      <h1 className="sr-only">Study</h1>
      <Player
        key={sessionAddress(query)}
        userId={actor.id}
        build={buildId()}
        query={query}
        first={first}
        title={titleOf(query, choices)}
        bankTitles={Object.fromEntries(choices.banks.map(({ id, title }) => [id, title]))}
      />
    </main>
  );
}

/** public/sw.js keeps a page for when there is no connection: by then other questions are due. */
const KEPT_PAGE_HEADER = "x-kept-page";

/** They come with the page, so that nothing has to be fetched once its scripts run. */
async function firstQuestions(query: SessionQuery, sent: Headers): Promise<QueueResponse> {
  const claims = await findSessionClaims();
  if (!claims) throw signedOut();
  const request = QueueRequestSchema.parse({ limit: BATCH, ...requestOf(query) });
  return studyQueue(claims, request, currentTime(sent));
}

const domainsOf = ({ exams }: BrowseChoices) => exams.flatMap(({ domains }) => domains);

/** Banks and domains that are gone are left out. */
const known = (query: SessionQuery, choices: BrowseChoices): SessionQuery => ({
  ...query,
  banks: query.banks.filter((id) => choices.banks.some((bank) => bank.id === id)),
  domains: query.domains.filter((id) => domainsOf(choices).some((domain) => domain.id === id)),
});

/** Null for the usual session. */
function titleOf(query: SessionQuery, choices: BrowseChoices): string | null {
  const { mode, drill, banks, domains, minutes } = query;
  const parts = [
    ...(mode === "today" ? [] : [MODE_WORDS[mode].title]),
    ...choices.banks.filter(({ id }) => banks.includes(id)).map(({ title }) => title),
    ...domainsOf(choices)
      .filter(({ id }) => domains.includes(id))
      .map(({ title }) => title),
    ...(minutes === null ? [] : [counted(minutes, "minute")]),
  ];
  const text = parts.join(", ");
  if (drill) return text === "" ? "Drill" : `Drill: ${text}`;
  return text === "" ? null : text;
}
