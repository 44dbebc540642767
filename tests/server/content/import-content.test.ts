import { beforeEach, expect, test } from "vitest";

import { ContentError } from "@/lib/server/content/content-error";
import { importContent, importFiles } from "@/lib/server/content/import-content";
import { database } from "@/lib/server/db/client";
import { contentFiles, shortQuestion } from "@/tests/helpers/content-files";
import { aPerson } from "@/tests/helpers/people";
import { aPrivateBank } from "@/tests/helpers/private-banks";

const NOW = new Date("2026-11-21T12:00:00Z");

beforeEach(async () => {
  await database().$transaction([
    database().questionVersion.deleteMany(),
    database().question.deleteMany(),
    database().bank.deleteMany(),
    database().contentState.deleteMany(),
  ]);
});

const load = (...questions: string[]) => importFiles(contentFiles(questions), NOW);

const stored = () =>
  database().question.findMany({
    orderBy: { id: "asc" },
    select: { id: true, currentVersion: true, retiredAt: true },
  });

test("a first load writes every question as version 1", async () => {
  const result = await load(shortQuestion("one", "etcd"), shortQuestion("two", "kubelet"));

  expect(result).toMatchObject({ status: "loaded", added: 2, changed: 0, retired: 0, total: 2 });
  expect(await stored()).toEqual([
    { id: "words/one", currentVersion: 1, retiredAt: null },
    { id: "words/two", currentVersion: 1, retiredAt: null },
  ]);
});

test("the same files again write nothing", async () => {
  await load(shortQuestion("one", "etcd"));

  expect(await load(shortQuestion("one", "etcd"))).toEqual({ status: "unchanged" });
});

test("a comment makes no new version", async () => {
  await load(shortQuestion("one", "etcd"));

  expect(await load(`  # A word on the side.\n${shortQuestion("one", "etcd")}`)).toMatchObject({
    status: "loaded",
    added: 0,
    changed: 0,
  });
  expect(await database().questionVersion.count()).toBe(1);
});

test("a changed question becomes a new version beside the old one", async () => {
  await load(shortQuestion("one", "etcd"));

  expect(await load(shortQuestion("one", "kubelet"))).toMatchObject({ changed: 1, added: 0 });
  expect(await stored()).toEqual([{ id: "words/one", currentVersion: 2, retiredAt: null }]);
  const versions = await database().questionVersion.findMany({ orderBy: { version: "asc" } });
  expect(versions.map(({ content }) => content)).toMatchObject([
    { accepted: ["etcd"] },
    { accepted: ["kubelet"] },
  ]);
});

test("a removed question is retired, not deleted", async () => {
  await load(shortQuestion("one", "etcd"), shortQuestion("two", "kubelet"));

  expect(await load(shortQuestion("one", "etcd"))).toMatchObject({ retired: 1 });
  expect(await stored()).toMatchObject([{ retiredAt: null }, { id: "words/two", retiredAt: NOW }]);
});

test("a question that reappears unchanged comes back in its version", async () => {
  await load(shortQuestion("one", "etcd"), shortQuestion("two", "kubelet"));
  await load(shortQuestion("one", "etcd"));

  const result = await load(shortQuestion("one", "etcd"), shortQuestion("two", "kubelet"));

  expect(result).toMatchObject({ revived: 1, changed: 0 });
  expect(await stored()).toMatchObject([{}, { currentVersion: 1, retiredAt: null }]);
});

test("a question that reappears changed comes back in a new version", async () => {
  await load(shortQuestion("one", "etcd"), shortQuestion("two", "kubelet"));
  await load(shortQuestion("one", "etcd"));

  await load(shortQuestion("one", "etcd"), shortQuestion("two", "scheduler"));

  expect(await stored()).toMatchObject([{}, { currentVersion: 2, retiredAt: null }]);
});

test("a bank that is gone is retired with its questions", async () => {
  await load(shortQuestion("one", "etcd"));

  await importFiles(contentFiles([shortQuestion("two", "kubelet")], "others"), NOW);

  expect(
    await database().bank.findMany({
      orderBy: { id: "asc" },
      select: { id: true, retiredAt: true },
    }),
  ).toEqual([
    { id: "others", retiredAt: null },
    { id: "words", retiredAt: NOW },
  ]);
});

test("one wrong question keeps all of them from being loaded, and every error is told", async () => {
  await load(shortQuestion("one", "etcd"));
  const wrong = shortQuestion("two", "a").replace("difficulty: easy", "difficulty: silly");

  const error: unknown = await load(
    shortQuestion("one", "changed"),
    wrong,
    shortQuestion("three", "b").replace("kind: short", "kind: shout"),
  ).catch((reason: unknown) => reason);

  expect(error).toBeInstanceOf(ContentError);
  expect((error as ContentError).problems).toMatchObject([
    { file: "words/questions.yaml", line: 21, question: "words/two" },
    { file: "words/questions.yaml", line: 23, question: "words/three" },
  ]);
  expect(await stored()).toEqual([{ id: "words/one", currentVersion: 1, retiredAt: null }]);
});

test("loads that start together make one version", async () => {
  const results = await Promise.all(
    Array.from({ length: 5 }, () => load(shortQuestion("one", "etcd"))),
  );

  expect(results.filter(({ status }) => status === "loaded")).toHaveLength(1);
  expect(await database().questionVersion.count()).toBe(1);
});

test("the banks of the product load without an error", { timeout: 180_000 }, async () => {
  const result = await importContent("content/questions", NOW);

  expect(result).toMatchObject({ status: "loaded", added: await database().question.count() });
});

test("banks that belong to somebody are neither retired nor taken", async () => {
  const author = await aPerson({ role: "instructor" });
  const bankId = await aPrivateBank(author, ["own"]);
  await load(shortQuestion("one", "etcd"));
  await load(shortQuestion("two", "etcd"));
  expect(await database().bank.findUnique({ where: { id: bankId } })).toMatchObject({
    ownerId: author.id,
    retiredAt: null,
  });
  const own = { id: `${bankId}/own`, currentVersion: 1, retiredAt: null };
  expect(await stored()).toContainEqual(own);

  await database().bank.update({ where: { id: "words" }, data: { ownerId: author.id } });
  await expect(load(shortQuestion("three", "etcd"))).rejects.toThrow(ContentError);
  expect((await stored()).map(({ id }) => id)).not.toContain("words/three");
});
