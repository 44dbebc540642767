import { v5 as uuidV5 } from "uuid";

import { weightsInForce } from "@/lib/domain/scheduling/memory-model";
import { dayNumber, dayStart } from "@/lib/domain/scheduling/learner-day";
import { seededRandom } from "@/lib/domain/questions/seeded-random";
import type { StudySettings } from "@/lib/domain/study/study-settings";
import { daysFrom, DEMO_DAYS, type DemoLearner } from "@/scripts/demo/demo-people";
import {
  personalWeights,
  simulateLearner,
  trueRecallThen,
  type SimulatedLearner,
} from "@/scripts/demo/simulate-learner";

const MINUTE_MS = 60_000;
const NAMESPACE = "7c8be0a2-9a52-4c39-8c62-1d6bd9a1d0c4";
/** No session of the demo is longer. */
const LONGEST_SESSION_MS = 5 * 3_600_000;

/** The same for a seed, so that dates, which are spread by ids too, are the same. */
export const demoId = (seed: string, name: string): string => uuidV5(`${seed} ${name}`, NAMESPACE);

export type DemoStudent = DemoLearner &
  SimulatedLearner & {
    id: string;
    settings: StudySettings;
    /** What they truly remembered at a moment, by question. */
    recallThen: (at: Date) => ReadonlyMap<string, number>;
  };

export type DemoQuestions = {
  /** In the order in which new questions come. */
  ids: readonly string[];
  isWithheld: (questionId: string, at: Date) => boolean;
};

/** Sixty days of one learner's study, up to now. */
export function studyOf(
  seed: string,
  learner: DemoLearner,
  questions: DemoQuestions,
  now: Date,
): DemoStudent {
  const id = demoId(seed, learner.email);
  const settings = settingsOf(learner, now);
  const trueWeights = personalWeights(weightsInForce([]), `${seed} ${learner.email}`);
  const today = dayNumber(now, settings);
  const lastDay =
    today - learner.toDaysAgo - (isSessionOver(learner, today, settings, now) ? 0 : 1);
  const stubborn =
    learner.habit === "stubborn" ? new Set(questions.ids.slice(3, 7)) : new Set<string>();
  const lived = simulateLearner({
    seed: `${seed} ${learner.email}`,
    userId: id,
    questionIds: orderOf(seed, learner, questions.ids),
    settings,
    trueWeights,
    fromDay: today - learner.fromDaysAgo,
    toDay: learner.habit === "absent" ? today - DEMO_DAYS - 1 : lastDay,
    newPerDay: learner.newPerDay,
    reviewsPerDay: settings.reviewsPerDay,
    skipped: learner.skipped,
    startMinutes: learner.startMinutes,
    priorKnowledge: learner.priorKnowledge,
    stubborn,
    // A leech is told by four lapses: one learner has some, and not every one a dozen.
    lookedUpAfter: 3,
    isWithheld: (questionId, day) => questions.isWithheld(questionId, dayStart(day, settings)),
  });
  return {
    ...learner,
    ...lived,
    id,
    settings,
    recallThen: (at) => trueRecallThen(lived.reviews, { settings, trueWeights }, at),
  };
}

/** Today's session is in it when it is surely over. */
function isSessionOver(
  { startMinutes }: DemoLearner,
  today: number,
  settings: StudySettings,
  now: Date,
): boolean {
  const start = dayStart(today, settings).getTime() + startMinutes * MINUTE_MS;
  return start + LONGEST_SESSION_MS < now.getTime();
}

function settingsOf(learner: DemoLearner, now: Date): StudySettings {
  const { timeZone, exam, examInDays, daysOff, newPerDay, desiredRetention } = learner;
  const dateIn = (days: number) => daysFrom(now, days).toISOString().slice(0, 10);
  return {
    version: 1,
    timeZone,
    dayStartHour: 4,
    newPerDay: Math.min(newPerDay, 20),
    reviewsPerDay: 120,
    daysOff: daysOff ? [{ from: dateIn(daysOff.from), to: dateIn(daysOff.to) }] : [],
    desiredRetention,
    maximumIntervalDays: 36_500,
    fuzz: true,
    learningSteps: true,
    weights: [],
    exam,
    examDate: examInDays === null ? null : dateIn(examInDays),
  };
}

/** Most follow the course; some of the questions come to each in an order of their own. */
function orderOf(seed: string, { email }: DemoLearner, ids: readonly string[]): string[] {
  const { below } = seededRandom(`${seed} ${email}`, "order");
  return ids
    .map((id, place) => ({ id, place: place + below(60) }))
    .sort((a, b) => a.place - b.place)
    .map(({ id }) => id);
}
