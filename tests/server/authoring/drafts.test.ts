import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { createBank } from "@/lib/server/services/create-bank";
import {
  publishQuestion,
  restoreVersion,
  retireQuestion,
} from "@/lib/server/services/publish-question";
import { viewOwnBank } from "@/lib/server/services/view-own-banks";
import { viewVersions } from "@/lib/server/services/view-versions";
import {
  beginQuestion,
  discardDraft,
  saveDraft,
  viewDraft,
} from "@/lib/server/services/write-question";
import { aPerson, START } from "@/tests/helpers/people";
import {
  aPrivateQuestion,
  sourceOf,
  aDraft,
  publishAnew,
  saveQuestions,
} from "@/tests/helpers/private-banks";
import { studyAs, ticketFor } from "@/tests/helpers/study-api";
import { loadQuestions, aShortQuestion } from "@/tests/helpers/study-content";

beforeAll(() => loadQuestions([aShortQuestion("pods/phase")]));

const CONFLICT = { code: "conflict" };

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

describe("a draft", () => {
  test("of a new question has the fields of its kind and its name as its id", async () => {
    const begun = await beginQuestion(
      author,
      { bankId, name: "Scale a Deployment", kind: "kubectl" },
      START,
    );
    expect(begun.slug).toBe("scale-a-deployment");
    const { source } = (await viewDraft(author, begun)).draft ?? {};
    expect(source).toContain("id: scale-a-deployment\nkind: kubectl\n");
  });

  test("cannot take the name of a question that there is, also of one that was deleted", async () => {
    await saveQuestions(bankId, [aPrivateQuestion(bankId, "first")]);
    await retireQuestion(author, { ...ref, retired: true }, START);
    await expect(
      beginQuestion(author, { bankId, name: "first", kind: "open" }, START),
    ).rejects.toMatchObject({ code: "invalid", fields: { name: [expect.any(String)] } });
  });

  test("is saved revision by revision", async () => {
    const draft = draftOf("One?");
    expect(await saveDraft(author, draft, START)).toEqual({ revision: 1 });
    const next = { ...draft, revision: 1, source: sourceOf("Two?") };
    expect(await saveDraft(author, next, START)).toEqual({ revision: 2 });
    expect((await viewDraft(author, ref)).draft).toMatchObject({
      revision: 2,
      source: sourceOf("Two?"),
    });
  });

  test("of a stale tab is refused and changes nothing", async () => {
    const draft = draftOf("One?");
    await saveDraft(author, draft, START);
    await saveDraft(author, { ...draft, revision: 1, source: sourceOf("Two?") }, START);
    const stale = { ...draft, revision: 1, source: sourceOf("Stale?") };
    await expect(saveDraft(author, stale, START)).rejects.toMatchObject(CONFLICT);
    expect((await viewDraft(author, ref)).draft?.source).toBe(sourceOf("Two?"));
  });

  test("of a second tab is refused when the first has begun one", async () => {
    await saveDraft(author, draftOf("One?"), START);
    await expect(saveDraft(author, draftOf("Other?"), START)).rejects.toMatchObject(CONFLICT);
  });

  test("sent again after a lost reply is answered as before", async () => {
    const draft = draftOf("One?");
    await saveDraft(author, draft, START);
    expect(await saveDraft(author, draft, START)).toEqual({ revision: 1 });
  });

  test("twenty saves of one revision at once make one", async () => {
    const draft = draftOf("One?");
    await saveDraft(author, draft, START);
    const saves = Array.from({ length: 20 }, (_, index) =>
      saveDraft(author, { ...draft, revision: 1, source: sourceOf(`${index}?`) }, START),
    );
    const settled = await Promise.allSettled(saves);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await viewDraft(author, ref)).draft?.revision).toBe(2);
  });

  test("begun before the question was published anew is refused, with nothing lost", async () => {
    await publish("One?", 0);
    await expect(saveDraft(author, draftOf("Mine?"), START)).rejects.toMatchObject(CONFLICT);
  });

  test("is discarded for good; one that was changed meanwhile is kept", async () => {
    const draft = draftOf("One?");
    await saveDraft(author, draft, START);
    const { draftId } = draft;
    await saveDraft(author, { ...draft, revision: 1 }, START);
    await expect(discardDraft(author, { ...ref, draftId, revision: 1 })).rejects.toMatchObject(
      CONFLICT,
    );
    await discardDraft(author, { ...ref, draftId, revision: 2 });
    expect((await viewDraft(author, ref)).draft).toBeNull();
    await expect(saveDraft(author, { ...draft, revision: 2 }, START)).rejects.toMatchObject(
      CONFLICT,
    );
  });

  test("that nobody has published is asked of nobody", async () => {
    await saveDraft(author, draftOf("One?"), START);
    const { body } = await (await studyAs(author)).queue({ banks: [bankId] }, { now: START });
    expect(body.items).toEqual([]);
  });
});

describe("publishing", () => {
  test("makes a version and leaves no draft", async () => {
    expect(await publish("One?", 0)).toBe(1);
    expect(await viewDraft(author, ref)).toMatchObject({ draft: null, version: 1 });
    const { body } = await (await studyAs(author)).queue({ banks: [bankId] }, { now: START });
    expect(body.items[0]?.question.prompt).toBe("One?");
  });

  test("what was not changed makes none", async () => {
    await publish("One?", 0);
    expect(await publish("One?", 1)).toBe(1);
  });

  test("is refused while there are errors", async () => {
    const draft = { ...draftOf("One?"), source: sourceOf("One?").replace("Pending", '""') };
    const { revision } = await saveDraft(author, draft, START);
    const { draftId } = draft;
    await expect(
      publishQuestion(author, { ...ref, draftId, revision }, START),
    ).rejects.toMatchObject(CONFLICT);
    expect((await viewDraft(author, ref)).version).toBe(0);
  });

  test("over a version that came since the draft was begun is refused until that is known", async () => {
    await publish("One?", 0);
    const draft = draftOf("Mine?", { baseVersion: 1 });
    await saveDraft(author, draft, START);
    const other = aPrivateQuestion(bankId, "first", { prompt: "Theirs?" });
    await saveQuestions(bankId, [other]);
    const { draftId } = draft;
    await expect(
      publishQuestion(author, { ...ref, draftId, revision: 1 }, START),
    ).rejects.toMatchObject(CONFLICT);
    const known = { ...draft, revision: 1, baseVersion: 2 };
    const { revision } = await saveDraft(author, known, START);
    expect(await publishQuestion(author, { ...ref, draftId, revision }, START)).toEqual({
      version: 3,
    });
  });

  test("is refused for a draft that another tab has changed", async () => {
    const draft = draftOf("One?");
    await saveDraft(author, draft, START);
    await saveDraft(author, { ...draft, revision: 1 }, START);
    const { draftId } = draft;
    await expect(
      publishQuestion(author, { ...ref, draftId, revision: 1 }, START),
    ).rejects.toMatchObject(CONFLICT);
  });
});

describe("versions", () => {
  test("are listed with what each changed, and compared field by field", async () => {
    await publish("One?", 0);
    await publish("Two?", 1);
    await publish("Three?", 2);
    const view = await viewVersions(author, ref, { from: 1, to: 3 });
    expect(view.versions.map(({ version, changed }) => [version, changed])).toEqual([
      [3, ["prompt"]],
      [2, ["prompt"]],
      [1, []],
    ]);
    expect(view.comparison).toEqual({
      from: 1,
      to: 3,
      fields: [{ field: "prompt", before: "One?", after: "Three?" }],
    });
  });

  test("an old one comes back as the next", async () => {
    await publish("One?", 0);
    await publish("Two?", 1);
    expect(await restoreVersion(author, { ...ref, version: 1 }, START)).toEqual({ version: 3 });
    const { comparison } = await viewVersions(author, ref, { from: 1, to: 3 });
    expect(comparison?.fields).toEqual([]);
  });

  test("a deleted question is asked of nobody, its answers stay, and it comes back", async () => {
    await publish("One?", 0);
    const study = await studyAs(author);
    await study.answer(ticketFor(`${bankId}/first`), {}, { now: START });
    await retireQuestion(author, { ...ref, retired: true }, START);
    const history = await study.history(`${bankId}/first`);
    expect(history.body.reviews).toHaveLength(1);
    expect((await viewOwnBank(author, bankId)).questions).toMatchObject([{ isRetired: true }]);
    await retireQuestion(author, { ...ref, retired: false }, START);
    expect((await viewOwnBank(author, bankId)).questions).toMatchObject([{ isRetired: false }]);
  });
});
