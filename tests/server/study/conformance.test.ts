import { beforeAll, expect, test } from "vitest";

import { database } from "@/lib/server/db/client";
import {
  conformanceCases,
  type ConformanceLearner,
  type ConformanceSettings,
} from "@/tests/helpers/conformance";
import { aGuest } from "@/tests/helpers/people";
import { studyAs, ticketFor } from "@/tests/helpers/study-api";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

beforeAll(() => loadQuestions([aShortQuestion("pods/phase")]));

async function aLearner(settings: ConformanceSettings): Promise<ConformanceLearner> {
  const learner = await aGuest();
  await database().studySettings.update({
    where: { userId_version: { userId: learner.id, version: 1 } },
    data: { fuzz: false, ...settings },
  });
  const api = await studyAs(learner);
  let occurrence = 0;
  return {
    review: async (rating, at) => {
      const ticket = ticketFor("pods/phase", { occurrence });
      const { body } = await api.answer(ticket, {}, { now: at });
      occurrence += 1;
      return (await api.change(body.review.id, { rating }, { now: at })).body;
    },
    card: async (at) => {
      const { card } = (await api.history("pods/phase", { now: at })).body;
      if (!card) throw new Error("The question has no card");
      return card;
    },
  };
}

test.each(conformanceCases)("$name", async ({ settings, measure, expected, digits }) => {
  const measured = await measure(await aLearner(settings));
  expect(measured).toHaveLength(expected.length);
  for (const [index, figure] of expected.entries()) {
    expect(measured[index]).toBeCloseTo(figure, digits);
  }
});
