/** What a learner's log says within a range of days and a bank, gone through question by question. */
import { answerTimes, type AnswerTime } from "@/lib/domain/progress/answer-times";
import { calibrating, type Calibration } from "@/lib/domain/progress/calibration";
import { hardestQuestions, type HardQuestion } from "@/lib/domain/progress/hardest-questions";
import { recallAttempts, type RecallAttempt } from "@/lib/domain/progress/recall-attempts";
import {
  bankOf,
  retentionByBank,
  retentionByInterval,
  retentionOf,
  type BankRetention,
  type IntervalRetention,
  type Retention,
} from "@/lib/domain/progress/retention";
import { countedMs, type StudyDay } from "@/lib/domain/progress/study-days";
import type { SchedulingSettings } from "@/lib/domain/scheduling/card";
import { dayNumber, type DayRule } from "@/lib/domain/scheduling/learner-day";
import { isEvidence, type Purpose } from "@/lib/domain/study/purpose";
import type { Rating } from "@/lib/domain/study/rating";

/** A review that was not taken back. */
export type SummedReview = {
  rating: Rating;
  reviewedAt: Date;
  purpose: Purpose;
  settings: SchedulingSettings;
  durationMs: number;
};

export type SummedQuestion = {
  questionId: string;
  kind: string;
  /** In order of time. */
  reviews: readonly SummedReview[];
  resets: readonly Date[];
};

export type LogSummary = {
  /** All days with answers, whatever the range. */
  days: ReadonlyMap<number, StudyDay>;
  /** Within the range, practice included. */
  answers: number;
  retention: Retention;
  byInterval: IntervalRetention[];
  byBank: BankRetention[];
  calibration: Calibration | null;
  hardest: HardQuestion[];
  times: AnswerTime[];
};

export type SummaryFrame = {
  dayRule: DayRule;
  /** First day of the range; null for all. */
  fromDay: number | null;
  bank: string | null;
};

const MOST_HARD_QUESTIONS = 10;

export class LogSummer {
  readonly #frame: SummaryFrame;
  readonly #days = new Map<number, StudyDay>();
  readonly #attempts: RecallAttempt[] = [];
  readonly #secondsByKind = new Map<string, number[]>();
  #answers = 0;

  constructor(frame: SummaryFrame) {
    this.#frame = frame;
  }

  add(question: SummedQuestion): void {
    const { bank } = this.#frame;
    if (bank !== null && bankOf(question.questionId) !== bank) return;
    for (const review of question.reviews) this.#count(question.kind, review);

    const evidence = question.reviews.filter(({ purpose }) => isEvidence(purpose));
    for (const attempt of recallAttempts(question.questionId, evidence, question.resets)) {
      if (this.#isInRange(dayNumber(attempt.at, this.#frame.dayRule))) this.#attempts.push(attempt);
    }
  }

  /** Piece by piece, so that others may get their turn between the pieces of a long log. */
  *summary(): Generator<undefined, LogSummary> {
    const attempts = this.#attempts;
    const retention = retentionOf(attempts);
    yield;
    const byInterval = retentionByInterval(attempts);
    yield;
    const byBank = retentionByBank(attempts);
    yield;
    const calibration = yield* calibrating(attempts);
    yield;
    const hardest = hardestQuestions(attempts, MOST_HARD_QUESTIONS);
    yield;
    const times = answerTimes(this.#secondsByKind);
    return {
      days: this.#days,
      answers: this.#answers,
      retention,
      byInterval,
      byBank,
      calibration,
      hardest,
      times,
    };
  }

  #count(kind: string, { reviewedAt, durationMs, purpose }: SummedReview): void {
    const number = dayNumber(reviewedAt, this.#frame.dayRule);
    const day = this.#days.get(number) ?? { day: number, answers: 0, minutes: 0 };
    day.answers += 1;
    day.minutes += countedMs(durationMs) / 60_000;
    this.#days.set(number, day);
    if (!this.#isInRange(number)) return;
    this.#answers += 1;
    // What came from elsewhere was not timed here.
    if (purpose === "import") return;
    const seconds = this.#secondsByKind.get(kind) ?? [];
    seconds.push(countedMs(durationMs) / 1_000);
    this.#secondsByKind.set(kind, seconds);
  }

  #isInRange(day: number): boolean {
    return this.#frame.fromDay === null || day >= this.#frame.fromDay;
  }
}
