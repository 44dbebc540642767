import { planQueue, type QueuePick } from "@/lib/domain/scheduling/plan-queue";
import { countModes } from "@/lib/domain/scheduling/plan-session";
import { domainOf, type StudyQuestion } from "@/lib/domain/scheduling/study-question";
import type { SessionChoice, SessionsResponse } from "@/lib/domain/study/session-contract";
import { signedOut } from "@/lib/server/auth/actor";
import { catalogueWith } from "@/lib/server/content/catalogue";
import type { SessionClaims } from "@/lib/server/db/people";
import { findSessionFacts, type SessionFacts } from "@/lib/server/db/session-facts";
import { secondsOf } from "@/lib/server/study/answer-time";
import { dayInput, EVERYTHING } from "@/lib/server/study/day-counts";
import { studyIndex, type StudyIndex } from "@/lib/server/study/study-index";

const TEN_MINUTES_IN_SECONDS = 600;

/** What can be studied now, and how much of it there is. Reading it changes nothing. */
export async function viewSessions(claims: SessionClaims, now: Date): Promise<SessionsResponse> {
  const facts = await findSessionFacts(claims, now, { questions: null, banks: null });
  if (!facts) throw signedOut();
  const [index, catalogue] = await Promise.all([
    studyIndex(facts.openBanks),
    catalogueWith(facts.openBanks),
  ]);
  const input = sessionInput(facts, index, now);
  const secondsPerAnswer = secondsOf(facts.secondsPerAnswer);
  const modes = countModes(input);
  const { exam } = facts.settings;
  const domains = catalogue.curriculum.exams
    .filter(({ id }) => exam === null || id === exam)
    .flatMap(({ id, domains: parts }) =>
      parts.map((part) => ({ id: part.id, title: `${id.toUpperCase()}: ${part.title}` })),
    );
  const choices = choicesOf(input, index);
  return {
    modes,
    secondsPerAnswer,
    fitsTenMinutes: Math.min(
      modes.today,
      Math.max(1, Math.floor(TEN_MINUTES_IN_SECONDS / secondsPerAnswer)),
    ),
    banks: choices(catalogue.banks, ({ bank }) => [bank]),
    domains: choices(domains, ({ competencies }) => competencies.map(domainOf)),
  };
}

const sessionInput = (facts: SessionFacts, index: StudyIndex, now: Date) => ({
  ...dayInput(facts, index, now),
  ...EVERYTHING,
  startedAt: now,
  onScreen: new Set<string>(),
  limit: Number.MAX_SAFE_INTEGER,
  newOrder: index.newOrder(facts.settings.exam),
  seen: facts.seen,
  flagged: facts.flagged,
  pool: facts.pool,
});

type Part = { id: string; title: string };
type GroupsOf = (question: StudyQuestion) => readonly string[];

/** Counts each part by itself: a session of one bank may use all of the day's room for new questions. */
function choicesOf(input: ReturnType<typeof sessionInput>, index: StudyIndex) {
  const { picks, counts } = planQueue(input);
  const unseen = [...index.questions.values()].filter(({ id }) => !input.seen.has(id));
  const due = picks
    .filter(({ reason }) => reason !== "new")
    .map((pick: QueuePick) => pick.question);
  const all = [...index.questions.values()];
  return (parts: readonly Part[], groupsOf: GroupsOf): SessionChoice[] => {
    const count = (questions: readonly StudyQuestion[]) => countBy(questions, groupsOf);
    const [dueIn, unseenIn, allIn] = [count(due), count(unseen), count(all)];
    return parts.map(({ id, title }) => ({
      id,
      title,
      due: dueIn.get(id) ?? 0,
      new: Math.min(unseenIn.get(id) ?? 0, counts.newLeftToday),
      all: allIn.get(id) ?? 0,
    }));
  };
}

function countBy(questions: readonly StudyQuestion[], groupsOf: GroupsOf): Map<string, number> {
  const counts = new Map<string, number>();
  for (const question of questions) {
    for (const group of new Set(groupsOf(question))) {
      counts.set(group, (counts.get(group) ?? 0) + 1);
    }
  }
  return counts;
}
