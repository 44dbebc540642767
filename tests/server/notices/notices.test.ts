import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import { NOTICE_KINDS, type NoticeChoices } from "@/lib/domain/notices/notice-kinds";
import { database, databasePool } from "@/lib/server/db/client";
import { tellPeople } from "@/lib/server/services/tell-people";
import { viewFrame } from "@/lib/server/services/view-frame";
import {
  changeNoticeChoices,
  readAllNotices,
  readNotice,
  viewNoticeChoices,
  viewNotices,
} from "@/lib/server/services/view-notices";
import { aPerson, START } from "@/tests/helpers/people";

const released = (key = `released ${randomUUID()}`) =>
  ({
    kind: "released",
    key,
    facts: { title: "Pods", className: "K8s" },
    link: "/classes",
  }) as const;

const tell = (people: { id: string }[], notice = released()) =>
  tellPeople(
    database(),
    people.map(({ id }) => id),
    notice,
    START,
  );

test("what has the same key is told once to each", async () => {
  const [kim, ada] = [await aPerson(), await aPerson()];
  const notice = released();
  await Promise.all([tell([kim, ada], notice), tell([kim], notice), tell([kim, kim], notice)]);
  expect(await viewNotices(kim)).toHaveLength(1);
  expect(await viewNotices(ada)).toHaveLength(1);
});

test("a notice that was read stays read when it is told again", async () => {
  const kim = await aPerson();
  const notice = released();
  await tell([kim], notice);
  await readAllNotices(kim, START);
  await tell([kim], notice);
  expect((await viewFrame(kim)).unread).toBe(0);
});

test("the frame counts what is unread", async () => {
  const kim = await aPerson();
  await tell([kim]);
  await tell([kim]);
  expect((await viewFrame(kim)).unread).toBe(2);
  const [first] = await viewNotices(kim);
  await readNotice(kim, { id: first?.id ?? "" }, START);
  expect((await viewFrame(kim)).unread).toBe(1);
});

test("nobody reads another person's notice for them", async () => {
  const [kim, ada] = [await aPerson(), await aPerson()];
  await tell([kim]);
  const [first] = await viewNotices(kim);
  await readNotice(ada, { id: first?.id ?? "" }, START);
  expect((await viewFrame(kim)).unread).toBe(1);
});

test("without a choice everything is told in the app and nothing by email", async () => {
  expect(await viewNoticeChoices(await aPerson())).toEqual({
    inApp: NOTICE_KINDS,
    byEmail: [],
    dueSoonHours: 24,
  });
});

test("a kind that is not wanted is not told", async () => {
  const [kim, ada] = [await aPerson(), await aPerson()];
  const choices: NoticeChoices = { inApp: ["assigned"], byEmail: ["assigned"], dueSoonHours: 6 };
  await changeNoticeChoices(kim, choices);
  await tell([kim, ada]);
  expect(await viewNotices(kim)).toEqual([]);
  expect(await viewNotices(ada)).toHaveLength(1);
  expect(await viewNoticeChoices(kim)).toEqual(choices);
});

test("the frame asks the database once", async () => {
  const kim = await aPerson();
  const pool = databasePool();
  const query = pool.query.bind(pool);
  let asked = 0;
  pool.query = ((...given: unknown[]) => {
    asked++;
    return (query as (...all: unknown[]) => unknown)(...given);
  }) as typeof pool.query;
  await viewFrame(kim).finally(() => {
    pool.query = query;
  });
  expect(asked).toBe(1);
});
