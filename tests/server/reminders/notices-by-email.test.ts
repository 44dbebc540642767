import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";

import type { NoticeKind } from "@/lib/domain/notices/notice-kinds";
import { database, databasePool } from "@/lib/server/db/client";
import { updateAccess } from "@/lib/server/db/people";
import { queueNotices, sendNotice } from "@/lib/server/services/send-notices";
import { tellPeople } from "@/lib/server/services/tell-people";
import { changeNoticeChoices, readAllNotices } from "@/lib/server/services/view-notices";
import { NOTICE_KINDS } from "@/lib/domain/notices/notice-kinds";
import { catchMail, type MailCatcher } from "@/tests/helpers/mail-catcher";
import { sendMailTo } from "@/tests/helpers/mail-settings";
import { aPerson, START } from "@/tests/helpers/people";

const GOING_ON = new AbortController().signal;
const DAY_MS = 86_400_000;

let catcher: MailCatcher;
beforeAll(async () => {
  catcher = await catchMail();
});
beforeEach(async () => {
  sendMailTo(catcher);
  catcher.mails.length = 0;
  await database().noticeChoices.deleteMany();
});
afterEach(() => {
  vi.unstubAllEnvs();
});
afterAll(() => catcher.close());

async function aReader(byEmail: NoticeKind[] = ["released"]) {
  const reader = await aPerson();
  await changeNoticeChoices(reader, { inApp: NOTICE_KINDS, byEmail, dueSoonHours: 24 });
  return reader;
}

const tell = (reader: { id: string }, title = "Pods") =>
  tellPeople(
    database(),
    [reader.id],
    {
      kind: "released",
      key: `released ${randomUUID()}`,
      facts: { title, className: "K8s 101" },
      link: "/classes/1",
    },
    START,
  );

const noticeOf = (reader: { id: string }) =>
  database().notice.findFirstOrThrow({ where: { userId: reader.id } });

test("a notice of a kind that is wanted by email is sent with its link", async () => {
  const reader = await aReader();
  await tell(reader);
  const { id } = await noticeOf(reader);
  expect(await queueNotices(START, GOING_ON)).toBe(1);
  await sendNotice({ userId: reader.id, id });
  const [mail] = catcher.mails;
  expect(mail?.to).toEqual([reader.email]);
  expect(mail?.headers.get("message-id")).toBe(`<notice-${id}@study.example>`);
  expect(mail?.source).toContain("https://study.example/classes/1");
});

test("each is queued once, and when is kept", async () => {
  const reader = await aReader();
  for (const title of ["Pods", "Services", "Ingress"]) await tell(reader, title);
  const counts = await Promise.all(Array.from({ length: 6 }, () => queueNotices(START, GOING_ON)));
  expect(counts.reduce((sum, count) => sum + count)).toBe(3);
  await queueNotices(new Date(START.getTime() + 60_000), GOING_ON);
  const { rows } = await databasePool().query<{ n: number }>(
    `select count(*)::int as n from graphile_worker._private_jobs where payload->>'userId' = $1`,
    [reader.id],
  );
  expect(rows).toEqual([{ n: 3 }]);
  expect((await noticeOf(reader)).emailedAt).toEqual(START);
});

test.each([
  { what: "of a kind not wanted by email", byEmail: ["assigned"] as NoticeKind[] },
  { what: "when none is wanted by email", byEmail: [] as NoticeKind[] },
])("nothing is sent $what", async ({ byEmail }) => {
  await tell(await aReader(byEmail));
  expect(await queueNotices(START, GOING_ON)).toBe(0);
});

test("what was read in the app is not sent", async () => {
  const reader = await aReader();
  await tell(reader);
  await readAllNotices(reader, START);
  expect(await queueNotices(START, GOING_ON)).toBe(0);
});

test("what is older than a day is not sent", async () => {
  await tell(await aReader());
  expect(await queueNotices(new Date(START.getTime() + DAY_MS + 1), GOING_ON)).toBe(0);
});

test("a disabled account is not written to", async () => {
  const reader = await aReader();
  await tell(reader);
  await updateAccess(database(), reader.email, { disabledAt: START });
  expect(await queueNotices(START, GOING_ON)).toBe(0);
});

test("what was queued is not sent when email was stopped since", async () => {
  const reader = await aReader();
  await tell(reader);
  await queueNotices(START, GOING_ON);
  await changeNoticeChoices(reader, { inApp: NOTICE_KINDS, byEmail: [], dueSoonHours: 24 });
  await sendNotice({ userId: reader.id, id: (await noticeOf(reader)).id });
  expect(catcher.mails).toEqual([]);
});
