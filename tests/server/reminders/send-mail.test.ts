import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { sendMail, type Mail } from "@/lib/server/mail/send-mail";
import { catchMail, type MailCatcher } from "@/tests/helpers/mail-catcher";
import { sendMailTo } from "@/tests/helpers/mail-settings";

let catcher: MailCatcher;
beforeAll(async () => {
  catcher = await catchMail();
});
beforeEach(() => {
  sendMailTo(catcher);
  catcher.mails.length = 0;
});
afterEach(() => {
  catcher.interfere = () => null;
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
afterAll(() => catcher.close());

const MAIL: Mail = {
  to: "kim@example.org",
  event: "digest-2026-11-21-1",
  subject: "12 reviews today",
  paragraphs: ["12 reviews are due today."],
  action: { label: "Study now", url: "https://study.example/study" },
  footer: {
    text: "You switched it on.",
    stop: { label: "Stop", url: "https://study.example/unsubscribe/x" },
  },
  unsubscribeUrl: "https://study.example/api/unsubscribe/x",
};

const headers = () => catcher.mails[0]?.headers;

test("an email has a sender, one recipient, and its words as plain text and as HTML", async () => {
  expect(await sendMail(MAIL)).toBe("sent");
  expect(catcher.mails).toMatchObject([
    { from: "reconcile@study.example", to: ["kim@example.org"] },
  ]);
  expect(headers()?.get("from")).toBe("Reconcile <reconcile@study.example>");
  expect(headers()?.get("subject")).toBe("12 reviews today");
  expect(headers()?.get("content-type")).toMatch(/^multipart\/alternative/);
  const { source = "" } = catcher.mails[0] ?? {};
  expect(source).toContain("Content-Type: text/plain; charset=utf-8");
  expect(source).toContain("Content-Type: text/html; charset=utf-8");
});

test("one click in a mail program stops it", async () => {
  await sendMail(MAIL);
  expect(headers()?.get("list-unsubscribe")).toBe("<https://study.example/api/unsubscribe/x>");
  expect(headers()?.get("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
});

test("an email that is sent again is recognisable by its Message-ID", async () => {
  await sendMail(MAIL);
  await sendMail(MAIL);
  expect(catcher.mails.map((mail) => mail.headers.get("message-id"))).toEqual([
    "<digest-2026-11-21-1@study.example>",
    "<digest-2026-11-21-1@study.example>",
  ]);
});

test("a line break in a subject adds no header and no recipient", async () => {
  await sendMail({ ...MAIL, subject: "Pods\r\nBcc: eve@example.org\r\nX-Forged: yes" });
  expect(headers()?.has("bcc")).toBe(false);
  expect(headers()?.has("x-forged")).toBe(false);
  expect(catcher.mails[0]?.to).toEqual(["kim@example.org"]);
});

test.each([
  "kim@example.org, eve@example.org",
  "kim@example.org\r\nBcc: eve@example.org",
  "<eve@example.org>",
  '"kim"@example.org',
  "kim",
])("nothing is sent to %j", async (to) => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  expect(await sendMail({ ...MAIL, to })).toBe("refused");
  expect(catcher.mails).toEqual([]);
});

test("without a mail server nothing is sent", async () => {
  vi.stubEnv("SMTP_URL", undefined);
  vi.stubEnv("MAIL_FROM", undefined);
  expect(await sendMail(MAIL)).toBe("off");
});

test("an address that the mail server refuses for good is given up, and logged by its event alone", async () => {
  catcher.interfere = (command) =>
    command.startsWith("RCPT") ? "550 no such person kim@example.org" : null;
  const logged = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  expect(await sendMail(MAIL)).toBe("refused");
  const lines = logged.mock.calls.map(([line]) => String(line)).join("");
  expect(lines).toContain("digest-2026-11-21-1");
  expect(lines).not.toContain("kim@example.org");
});

test.each([
  { what: "a mail server that is busy", reply: "451 kim@example.org: try later" },
  { what: "one that refuses the recipient for now", reply: "450 kim@example.org is full" },
])("$what is asked again later, and the error names no address", async ({ reply }) => {
  catcher.interfere = (command) => (command.startsWith("RCPT") ? reply : null);
  const failure: unknown = await sendMail(MAIL).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Error);
  expect(inspect(failure, { depth: null })).not.toContain("kim@example.org");
});

test("a mail server that is away is asked again later", async () => {
  vi.stubEnv("SMTP_URL", "smtp://127.0.0.1:1");
  await expect(sendMail(MAIL)).rejects.toThrow(/did not take it/);
});

test.each([
  { where: "this machine", host: "127.0.0.1", sent: 1 },
  { where: "another machine", host: "0.0.0.0", sent: 0 },
])("over an open connection to $where a password is sent $sent times", async ({ host, sent }) => {
  vi.stubEnv("SMTP_URL", catcher.url.replace("127.0.0.1", `kim:hunter2@${host}`));
  const commands: string[] = [];
  catcher.interfere = (command) => {
    commands.push(command);
    return null;
  };
  await sendMail(MAIL).catch(() => null);
  expect(commands.filter((command) => command.startsWith("AUTH"))).toHaveLength(sent);
});
