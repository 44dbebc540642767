import { beforeAll, describe, expect, test } from "vitest";
import { v7 as uuidV7 } from "uuid";

import { database } from "@/lib/server/db/client";
import { aPerson } from "@/tests/helpers/people";
import { studyAs, ticketFor, WRONG } from "@/tests/helpers/study-api";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const phase = ticketFor("pods/phase");
const at = (minute: number) => ({ now: new Date(Date.UTC(2026, 2, 2, 12, minute)) });
const TOMORROW = { now: new Date("2026-03-03T04:00:00Z") };

beforeAll(() => loadQuestions([aShortQuestion("pods/phase"), aShortQuestion("pods/other")]));

type Api = Awaited<ReturnType<typeof studyAs>>;

const asked = async (api: Api, call: object, body: object = {}) =>
  (await api.queue(body, call)).body.items.map(({ question }) => question.id);

/** All that is kept of a learner's questions, but for what counts changes. */
async function kept(userId: string) {
  const [cards, marks] = await Promise.all([
    database().card.findMany({
      where: { userId },
      omit: { revision: true },
      orderBy: { questionId: "asc" },
    }),
    database().questionMark.findMany({ where: { userId }, orderBy: { questionId: "asc" } }),
  ]);
  return { cards, marks };
}

describe("a question that is", () => {
  test("suspended is not asked, due or new, until it is resumed", async () => {
    const api = await studyAs(await aPerson());
    await api.answer(phase, {}, at(0));
    await api.act("pods/phase", "suspend", at(1));
    await api.act("pods/other", "suspend", at(1));
    expect(await asked(api, at(30))).toEqual([]);
    await api.act("pods/phase", "resume", at(31));
    expect(await asked(api, at(32))).toEqual(["pods/phase"]);
  });

  test("set aside is asked again from the first minute of the learner's next day", async () => {
    const api = await studyAs(await aPerson());
    await api.act("pods/phase", "bury", at(0));
    expect(await asked(api, at(1))).toEqual(["pods/other"]);
    expect(await asked(api, { now: new Date(TOMORROW.now.getTime() - 1) })).toEqual(["pods/other"]);
    expect((await asked(api, TOMORROW)).sort()).toEqual(["pods/other", "pods/phase"]);
  });

  test("set aside says when something comes back", async () => {
    const api = await studyAs(await aPerson());
    for (const id of ["pods/phase", "pods/other"]) await api.act(id, "bury", at(0));
    expect((await api.queue({}, at(1))).body.nextDueAt).toBe(TOMORROW.now.toISOString());
  });

  test("flagged is found again in a session of its own, and says so", async () => {
    const api = await studyAs(await aPerson());
    await api.act("pods/other", "flag", at(0));
    const { items } = (await api.queue({ mode: "flagged" }, at(1))).body;
    expect(items.map(({ question, flagged }) => [question.id, flagged])).toEqual([
      ["pods/other", true],
    ]);
  });

  test("started afresh is new again, and its answers stay in the history", async () => {
    const api = await studyAs(await aPerson());
    await api.answer(phase, {}, at(0));
    await api.act("pods/phase", "reset", at(20));
    const history = (await api.history("pods/phase", at(21))).body;
    expect([history.card, history.reviews.length]).toEqual([null, 1]);
    expect(await asked(api, at(22), { mode: "new" })).toContain("pods/phase");
  });

  test("new to the learner cannot be started afresh", async () => {
    const api = await studyAs(await aPerson());
    expect((await api.act("pods/phase", "reset", at(0))).status).toBe(409);
  });

  test("not there cannot be flagged", async () => {
    const api = await studyAs(await aPerson());
    expect((await api.act("pods/nothing", "flag", at(0))).status).toBe(404);
  });
});

test("twenty sends of one action are one action", async () => {
  const learner = await aPerson();
  const api = await studyAs(learner);
  const id = uuidV7();
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => api.act("pods/phase", "flag", at(0), id)),
  );
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
  expect(await database().studyAction.count({ where: { userId: learner.id } })).toBe(1);
});

test("the id of one action is refused for another", async () => {
  const api = await studyAs(await aPerson());
  const id = uuidV7();
  await api.act("pods/phase", "flag", at(0), id);
  expect((await api.act("pods/phase", "suspend", at(1), id)).status).toBe(409);
});

test("nobody else's marks are touched", async () => {
  const [one, other] = await Promise.all([aPerson(), aPerson()]);
  await (await studyAs(one)).act("pods/phase", "suspend", at(0));
  expect(await asked(await studyAs(other), at(1))).toContain("pods/phase");
});

describe("undo goes back over one list", () => {
  test("of answers, ratings and actions, from any device, field for field", async () => {
    const learner = await aPerson();
    const [phone, laptop] = await Promise.all([studyAs(learner), studyAs(learner)]);
    const states = [await kept(learner.id)];
    const did = async (doing: Promise<{ status: number }>) => {
      expect((await doing).status).toBe(200);
      states.push(await kept(learner.id));
    };
    const first = phone.answer(phase, {}, at(0));
    await did(first);
    await did(laptop.change((await first).body.review.id, { rating: 4 }, at(1)));
    await did(phone.act("pods/phase", "flag", at(2)));
    await did(laptop.answer(phase, { answer: WRONG }, at(3)));
    await did(phone.act("pods/phase", "bury", at(4)));
    await did(laptop.act("pods/phase", "suspend", at(5)));
    await did(phone.act("pods/phase", "reset", at(6)));
    await did(laptop.act("pods/phase", "resume", at(7)));

    const undone: (string | undefined)[] = [];
    for (let n = states.length - 2; n >= 0; n--) {
      const device = n % 2 === 0 ? phone : laptop;
      undone.push((await device.undo({ id: uuidV7() }, at(20 - n))).body.undone?.kind);
      const now = await kept(learner.id);
      expect(now.cards).toEqual(states[n]?.cards);
      expect(marksOf(now)).toEqual(marksOf(states[n] ?? now));
    }
    expect(undone).toEqual([
      "resume",
      "reset",
      "suspend",
      "bury",
      "answer",
      "flag",
      "rating",
      "answer",
    ]);
  });

  test("in the order in which the server took it, whenever it was answered", async () => {
    const api = await studyAs(await aPerson());
    await api.answer(phase, {}, at(10));
    const answeredAt = at(5).now.toISOString();
    await api.answer(ticketFor("pods/other"), { answeredAt }, at(11));
    expect((await api.undo({}, at(12))).body.undone?.questionId).toBe("pods/other");
  });

  test("of thirty, and not of one more", async () => {
    const api = await studyAs(await aPerson());
    for (let n = 0; n < 32; n++) {
      await api.act("pods/phase", n % 2 === 0 ? "flag" : "unflag", at(n));
    }
    expect((await api.actions(at(40))).body.entries).toHaveLength(30);
    const undone: (string | null)[] = [];
    for (let n = 0; n < 31; n++) {
      undone.push((await api.undo({}, at(41))).body.undone?.kind ?? null);
    }
    expect(undone.filter((kind) => kind !== null)).toHaveLength(30);
    expect(undone[30]).toBeNull();
  });
});

/** An emptied row is as good as none. */
const marksOf = ({ marks }: Awaited<ReturnType<typeof kept>>) =>
  marks.filter(
    (mark) => mark.suspendedAt ?? mark.buriedUntil ?? mark.flaggedAt ?? mark.lessonAtLapse,
  );
