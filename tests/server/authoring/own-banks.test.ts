import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { database } from "@/lib/server/db/client";
import { archiveBank, changeBank, shareBank, unshareBank } from "@/lib/server/services/change-bank";
import { checkSource } from "@/lib/server/services/check-source";
import { createBank } from "@/lib/server/services/create-bank";
import { openQuestion } from "@/lib/server/services/open-question";
import {
  publishQuestion,
  restoreVersion,
  retireQuestion,
} from "@/lib/server/services/publish-question";
import { listOwnBanks, viewOwnBank } from "@/lib/server/services/view-own-banks";
import { viewVersions } from "@/lib/server/services/view-versions";
import {
  beginQuestion,
  discardDraft,
  saveDraft,
  viewDraft,
} from "@/lib/server/services/write-question";
import { aClass, aStudent, join } from "@/tests/helpers/classes";
import { aPerson, START } from "@/tests/helpers/people";
import {
  aPrivateQuestion,
  sourceOf,
  aDraft,
  publishAnew,
  saveQuestions,
} from "@/tests/helpers/private-banks";
import { loadQuestions, aShortQuestion } from "@/tests/helpers/study-content";

beforeAll(() => loadQuestions([aShortQuestion("pods/phase")]));

const NOT_FOUND = { code: "not-found" };

let author: Actor;
let bankId: string;
let ref: { bankId: string; slug: string };

beforeEach(async () => {
  author = await aPerson({ role: "instructor" });
  bankId = (await createBank(author, { title: "Exam Drills", description: "" })).id;
  ref = { bankId, slug: "first" };
});

const draftOf = (prompt: string, rest: object = {}) => aDraft(ref, prompt, rest);
const publish = (prompt: string, baseVersion: number) =>
  publishAnew(author, ref, prompt, baseVersion);

describe("a bank", () => {
  test("has an id of its title and six characters that nobody can guess", () => {
    expect(bankId).toMatch(/^exam-drills-[a-z2-7]{6}$/);
  });

  test("whose title has no letters has an id all the same", async () => {
    const { id } = await createBank(author, { title: "演習", description: "" });
    expect(id).toMatch(/^bank-[a-z2-7]{6}$/);
  });

  test("is listed with its questions, drafts and classes", async () => {
    const { id: classId } = await aClass();
    await join(classId, author, { role: "instructor" });
    await shareBank(author, { bankId, classId });
    await saveQuestions(bankId, [aPrivateQuestion(bankId, "one")]);
    await beginQuestion(author, { bankId, name: "Two", kind: "single" }, START);
    expect(await listOwnBanks(author)).toMatchObject([
      { id: bankId, questions: 1, drafts: 1, classes: ["Kubernetes 101"] },
    ]);
  });

  test("is renamed", async () => {
    await changeBank(author, { bankId, title: "Drills", description: "Weekly." });
    expect(await viewOwnBank(author, bankId)).toMatchObject({
      title: "Drills",
      description: "Weekly.",
    });
  });

  test("is shared with classes that its owner instructs, and with no other", async () => {
    const { id: classId } = await aClass();
    await expect(shareBank(author, { bankId, classId })).rejects.toMatchObject(NOT_FOUND);
    await join(classId, author, { role: "assistant" });
    await expect(shareBank(author, { bankId, classId })).rejects.toMatchObject(NOT_FOUND);
  });

  test("can be taken back from a class that its owner has left", async () => {
    const { id: classId } = await aClass();
    await join(classId, author, { role: "instructor" });
    await shareBank(author, { bankId, classId });
    await database().member.updateMany({
      where: { userId: author.id },
      data: { removedAt: START },
    });
    expect((await viewOwnBank(author, bankId)).shares).toMatchObject([{ shared: true }]);
    await unshareBank(author, { bankId, classId });
    expect((await viewOwnBank(author, bankId)).shares).toEqual([]);
  });
});

describe("whose bank it is not", () => {
  const people = {
    "another instructor": () => aPerson({ role: "instructor" }),
    "an admin": () => aPerson({ role: "admin" }),
    "the owner once they are a learner": () =>
      Promise.resolve({ ...author, role: "learner" as const }),
    "a student of a class that it is shared with": async () => {
      const { id: classId } = await aClass();
      await join(classId, author, { role: "instructor" });
      await shareBank(author, { bankId, classId });
      return aStudent(classId);
    },
  };

  test.each(Object.entries(people))("%s can neither see nor change it", async (_, make) => {
    await publish("One?", 0);
    const actor = await make();
    const draft = { ...draftOf("Two?"), baseVersion: 1 };
    const tries = [
      () => viewOwnBank(actor, bankId),
      () => openQuestion(actor, ref),
      () => viewDraft(actor, ref),
      () => viewVersions(actor, ref, { from: null, to: null }),
      () => checkSource(actor, { ...ref, source: sourceOf("One?"), variant: 0 }),
      () => beginQuestion(actor, { bankId, name: "New", kind: "open" }, START),
      () => saveDraft(actor, draft, START),
      () => publishQuestion(actor, { ...ref, draftId: draft.draftId, revision: 1 }, START),
      () => discardDraft(actor, { ...ref, draftId: draft.draftId, revision: 1 }),
      () => restoreVersion(actor, { ...ref, version: 1 }, START),
      () => retireQuestion(actor, { ...ref, retired: true }, START),
      () => changeBank(actor, { bankId, title: "Mine", description: "" }),
      () => archiveBank(actor, { bankId, archived: true }, START),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject(NOT_FOUND);
  });

  test("nobody edits a bank that is everybody's", async () => {
    await expect(viewOwnBank(author, "pods")).rejects.toMatchObject(NOT_FOUND);
  });
});

describe("saving many questions", () => {
  const make = (count: number, prompt: string) =>
    Array.from({ length: count }, (_, index) =>
      aPrivateQuestion(bankId, `q-${index}`, { concept: `q-${index}`, prompt }),
    );

  test("a thousand are added at once, and again they are unchanged", async () => {
    const questions = make(1_000, "One?");
    expect((await saveQuestions(bankId, questions)).added).toHaveLength(1_000);
    const again = await saveQuestions(bankId, questions);
    expect([again.unchanged.length, again.changed.length]).toEqual([1_000, 0]);
    const changed = await saveQuestions(bankId, make(1_000, "Two?"));
    expect(changed.changed).toHaveLength(1_000);
  });

  test("what is not among them stays", async () => {
    await saveQuestions(bankId, make(2, "One?"));
    await saveQuestions(bankId, make(1, "Two?"));
    expect((await viewOwnBank(author, bankId)).questions).toHaveLength(2);
  });
});
