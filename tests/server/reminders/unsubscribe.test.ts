import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { GET, POST } from "@/app/api/unsubscribe/[token]/route";
import { unsubscribeToken, readUnsubscribeToken } from "@/lib/server/mail/unsubscribe-link";
import { changeNoticeChoices, viewNoticeChoices } from "@/lib/server/services/view-notices";
import { changeDigest, viewReminders } from "@/lib/server/services/view-reminders";
import { NOTICE_KINDS } from "@/lib/domain/notices/notice-kinds";
import { aPerson } from "@/tests/helpers/people";

beforeAll(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "0123456789abcdef-for-tests");
  vi.stubEnv("NEXTAUTH_URL", "https://study.example");
});
afterAll(() => {
  vi.unstubAllEnvs();
});

async function aReader() {
  const reader = await aPerson();
  await changeDigest(reader, { dailyDigest: true, digestHour: 7 });
  await changeNoticeChoices(reader, {
    inApp: NOTICE_KINDS,
    byEmail: ["released"],
    dueSoonHours: 24,
  });
  return reader;
}

/** As mail programs do: no cookie, no origin. */
const post = (token: string) =>
  POST(
    new Request(`https://study.example/api/unsubscribe/${token}`, {
      method: "POST",
      body: "List-Unsubscribe=One-Click",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
    }),
    { params: Promise.resolve({ token }) },
  );

const wanted = async (reader: Awaited<ReturnType<typeof aReader>>) => ({
  digest: (await viewReminders(reader)).account?.digest,
  byEmail: (await viewNoticeChoices(reader)).byEmail,
});

test("one click stops the digest, and nothing else", async () => {
  const reader = await aReader();
  const { status } = await post(unsubscribeToken({ userId: reader.id, list: "digest" }));
  expect(status).toBe(200);
  expect(await wanted(reader)).toEqual({
    digest: { dailyDigest: false, digestHour: 7 },
    byEmail: ["released"],
  });
});

test("one click stops notices by email, which go on in the app", async () => {
  const reader = await aReader();
  await post(unsubscribeToken({ userId: reader.id, list: "notices" }));
  expect(await wanted(reader)).toEqual({
    digest: { dailyDigest: true, digestHour: 7 },
    byEmail: [],
  });
  expect((await viewNoticeChoices(reader)).inApp).toEqual(NOTICE_KINDS);
});

test("a second click is as good as the first, and the settings bring it back", async () => {
  const reader = await aReader();
  const token = unsubscribeToken({ userId: reader.id, list: "digest" });
  expect([(await post(token)).status, (await post(token)).status]).toEqual([200, 200]);
  await changeDigest(reader, { dailyDigest: true, digestHour: 8 });
  expect((await wanted(reader)).digest).toEqual({ dailyDigest: true, digestHour: 8 });
});

test("following the link stops nothing and leads to a page that asks", async () => {
  const reader = await aReader();
  const token = unsubscribeToken({ userId: reader.id, list: "digest" });
  const request = new Request(`https://study.example/api/unsubscribe/${token}`);
  const response = await GET(request, { params: Promise.resolve({ token }) });
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe(`https://study.example/unsubscribe/${token}`);
  expect((await wanted(reader)).digest?.dailyDigest).toBe(true);
});

test("no link can be made up or turned to another list or person", async () => {
  const reader = await aReader();
  const bytes = Buffer.from(unsubscribeToken({ userId: reader.id, list: "digest" }), "base64url");
  for (const place of [0, 5, 16, 17, bytes.length - 1]) {
    const forged = Buffer.from(bytes);
    forged.writeUInt8((forged[place] ?? 0) ^ 1, place);
    expect((await post(forged.toString("base64url"))).status).toBe(404);
  }
  expect((await post("made-up")).status).toBe(404);
  expect((await wanted(reader)).digest?.dailyDigest).toBe(true);
});

test("a link names the person and the list that it was made for", async () => {
  const subscription = { userId: (await aPerson()).id, list: "notices" } as const;
  expect(readUnsubscribeToken(unsubscribeToken(subscription))).toEqual(subscription);
});
