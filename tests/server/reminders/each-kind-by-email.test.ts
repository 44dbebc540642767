import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { NOTICE_KINDS } from "@/lib/domain/notices/notice-kinds";
import { database } from "@/lib/server/db/client";
import { queueNotices, sendNotice } from "@/lib/server/services/send-notices";
import { tellPeople } from "@/lib/server/services/tell-people";
import { changeNoticeChoices } from "@/lib/server/services/view-notices";
import { catchMail, type MailCatcher } from "@/tests/helpers/mail-catcher";
import { sendMailTo } from "@/tests/helpers/mail-settings";
import { aPerson, START } from "@/tests/helpers/people";

const GOING_ON = new AbortController().signal;

let catcher: MailCatcher;
beforeAll(async () => {
  catcher = await catchMail();
});
beforeEach(() => {
  sendMailTo(catcher);
});
afterEach(() => {
  vi.unstubAllEnvs();
});
afterAll(() => catcher.close());

const name = { title: "Pods", className: "K8s 101" };
const due = { ...name, dueAt: "2026-11-06T22:59:00.000Z", timeZone: "Europe/Berlin" };

describe("by email, whoever wants it is told that", () => {
  test.each([
    ["assigned", due, "“Pods” is assigned, due Fri, 6 November 2026 at 23:59 (Europe/Berlin)."],
    ["due-soon", due, "K8s 101: “Pods” is due Fri, 6 November 2026 at 23:59 (Europe/Berlin)."],
    [
      "behind",
      { ...name, reached: "1 of 7 days", next: "2 more answers make today count." },
      "you are behind with “Pods”, at 1 of 7 days. 2 more answers make today count.",
    ],
    ["released", name, "K8s 101: the results of “Pods” are released."],
    ["marks-changed", name, "your marks of “Pods” have changed since they were released."],
    [
      "appeal-answered",
      { title: "Pods", accepted: true },
      "Your appeal about “Pods” was accepted.",
    ],
  ] as const)("%s", async (kind, facts, sentence) => {
    const reader = await aPerson();
    await changeNoticeChoices(reader, { inApp: NOTICE_KINDS, byEmail: [kind], dueSoonHours: 24 });
    const telling = { kind, key: `${kind} ${randomUUID()}`, facts, link: "/classes/1" };
    await tellPeople(database(), [reader.id], telling as never, START);
    const notice = await database().notice.findFirstOrThrow({ where: { userId: reader.id } });
    await queueNotices(START, GOING_ON);
    await sendNotice({ userId: reader.id, id: notice.id });
    const mail = catcher.mails.find(({ to }) => to.includes(reader.email));
    expect(decoded(mail?.source ?? "")).toContain(sentence);
  });
});

/** Quoted-printable, as UTF-8. */
function decoded(source: string): string {
  const joined = source.replaceAll("=\r\n", "");
  const bytes = joined.replaceAll(/=([0-9A-F]{2})/g, (_match, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}
