import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";

import { canAddKeyEverywhere } from "@/lib/domain/access/appeal-access";
import { findVersion, forgetCatalogue, getCatalogue } from "@/lib/server/content/catalogue";
import { importFiles } from "@/lib/server/content/import-content";
import { database } from "@/lib/server/db/client";
import { createAddition } from "@/lib/server/db/key-additions";
import { publishAdditions } from "@/lib/server/quizzes/add-to-key";
import { contentFiles, shortQuestion } from "@/tests/helpers/content-files";
import { aPerson, START } from "@/tests/helpers/people";

const ID = "words/one";
const ALSO = [{ values: null, answer: { text: "the store" } }];

beforeEach(async () => {
  await database().$transaction([
    database().keyAddition.deleteMany(),
    database().questionVersion.deleteMany(),
    database().question.deleteMany(),
    database().bank.deleteMany(),
    database().contentState.deleteMany(),
  ]);
  forgetCatalogue();
});

const load = (accepted: string, fields = "") =>
  importFiles(contentFiles([shortQuestion("one", accepted, fields)]), START);

/** "the store" is right too: everywhere, or in one class. */
const add = (everywhere: boolean) =>
  database().$transaction(async (db) => {
    await createAddition(db, {
      id: randomUUID(),
      questionId: ID,
      answer: { values: null, answer: { text: "the store" } },
      appealId: randomUUID(),
      everywhere,
      classIds: everywhere ? [] : [randomUUID()],
      addedById: randomUUID(),
      addedAt: START,
    });
    if (everywhere) await publishAdditions(db, ID, START);
  });

const newest = async () => {
  forgetCatalogue();
  const question = (await getCatalogue()).questions.get(ID);
  return [question?.version, question?.content.also];
};

test("an answer that is right for everybody makes the next version", async () => {
  await load("etcd");
  await add(true);
  expect(await newest()).toEqual([2, ALSO]);
  expect((await findVersion(ID, 1))?.also).toBeUndefined();
});

test("loading the same files again keeps it and makes no version", async () => {
  await load("etcd");
  await add(true);
  expect(await load("etcd")).toMatchObject({ status: "loaded", changed: 0, added: 0 });
  expect(await newest()).toEqual([2, ALSO]);
  expect(await load("etcd")).toEqual({ status: "unchanged" });
});

test("a question that is written anew keeps it", async () => {
  await load("etcd");
  await add(true);
  await load("etcd", "    hint: It keeps things.\n");
  expect(await newest()).toEqual([3, ALSO]);
});

test("what is right in one class is no part of everybody's question", async () => {
  await load("etcd");
  await add(false);
  await load("etcd", "    hint: It keeps things.\n");
  expect(await newest()).toEqual([2, undefined]);
});

test.each([
  ["an instructor", "instructor", "nobody", false],
  ["an admin", "admin", "nobody", true],
  ["its owner", "instructor", "own", true],
  ["an admin who does not own it", "admin", "somebody", false],
] as const)("%s changes everybody's key of a bank: %s, %s", async (_who, role, owner, may) => {
  const person = await aPerson({ role });
  const ownerId = { nobody: null, own: person.id, somebody: randomUUID() }[owner];
  expect(canAddKeyEverywhere(person, { ownerId })).toBe(may);
});
