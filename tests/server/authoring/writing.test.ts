import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { database } from "@/lib/server/db/client";
import { archiveBank, changeBank, shareBank, unshareBank } from "@/lib/server/services/change-bank";
import { checkSource, tryAnswer } from "@/lib/server/services/check-source";
import { createBank } from "@/lib/server/services/create-bank";
import { openQuestion } from "@/lib/server/services/open-question";
import {
  publishQuestion,
  restoreVersion,
  retireQuestion,
} from "@/lib/server/services/publish-question";
import { saveQuestions } from "@/lib/server/services/save-questions";
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
import { aPrivateBank, aPrivateQuestion } from "@/tests/helpers/private-banks";
import { loadQuestions, aShortQuestion } from "@/tests/helpers/study-content";
import { studyAs, ticketFor } from "@/tests/helpers/study-api";

beforeAll(() => loadQuestions([aShortQuestion("pods/phase")]));

const NOT_FOUND = { code: "not-found" };
const CONFLICT = { code: "conflict" };

const sourceOf = (prompt: string) => `id: first
kind: short
concept: first
prompt: ${prompt}
accepted:
  - Pending # the phase, not the reason
explanation: It waits.
sources:
  docs:
    - https://kubernetes.io/docs/concepts/
competencies:
  - cka/troubleshooting/clusters
difficulty: easy
`;

let author: Actor;
let bankId: string;
let ref: { bankId: string; slug: string };

beforeEach(async () => {
  author = await aPerson({ role: "instructor" });
  bankId = (await createBank(author, { title: "Exam Drills", description: "" })).id;
  ref = { bankId, slug: "first" };
});

const noTwo = { from: null, to: null };
const draftOf = (prompt: string, rest: object = {}) => ({
  ...ref,
  draftId: randomUUID(),
  revision: 0,
  baseVersion: 0,
  source: sourceOf(prompt),
  ...rest,
});

/** Published as the next version. */
async function publish(prompt: string, baseVersion: number): Promise<number> {
  const draft = draftOf(prompt, { baseVersion });
  const { revision } = await saveDraft(author, draft, START);
  const { draftId } = draft;
  return (await publishQuestion(author, { ...ref, draftId, revision }, START)).version;
}

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
    await saveQuestions(author, bankId, [aPrivateQuestion(bankId, "one")], START);
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
      () => viewVersions(actor, ref, noTwo),
      () => checkSource(actor, { ...ref, source: sourceOf("One?"), variant: 0 }),
      () => beginQuestion(actor, { bankId, name: "New", kind: "open" }, START),
      () => saveDraft(actor, draft, START),
      () => publishQuestion(actor, { ...ref, draftId: draft.draftId, revision: 1 }, START),
      () => discardDraft(actor, { ...ref, draftId: draft.draftId, revision: 1 }),
      () => restoreVersion(actor, { ...ref, version: 1 }, START),
      () => retireQuestion(actor, { ...ref, retired: true }, START),
      () => saveQuestions(actor, bankId, [aPrivateQuestion(bankId, "x")], START),
      () => changeBank(actor, { bankId, title: "Mine", description: "" }),
      () => archiveBank(actor, { bankId, archived: true }, START),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject(NOT_FOUND);
  });

  test("nobody edits a bank that is everybody's", async () => {
    await expect(viewOwnBank(author, "pods")).rejects.toMatchObject(NOT_FOUND);
  });
});

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
    await saveQuestions(author, bankId, [aPrivateQuestion(bankId, "first")], START);
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
    await saveQuestions(author, bankId, [other], START);
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

describe("saving many questions", () => {
  const make = (count: number, prompt: string) =>
    Array.from({ length: count }, (_, index) =>
      aPrivateQuestion(bankId, `q-${index}`, { concept: `q-${index}`, prompt }),
    );

  test("a thousand are added at once, and again they are unchanged", async () => {
    const questions = make(1_000, "One?");
    expect((await saveQuestions(author, bankId, questions, START)).added).toHaveLength(1_000);
    const again = await saveQuestions(author, bankId, questions, START);
    expect([again.unchanged.length, again.changed.length]).toEqual([1_000, 0]);
    const changed = await saveQuestions(author, bankId, make(1_000, "Two?"), START);
    expect(changed.changed).toHaveLength(1_000);
  });

  test("what is not among them stays", async () => {
    await saveQuestions(author, bankId, make(2, "One?"), START);
    await saveQuestions(author, bankId, make(1, "Two?"), START);
    expect((await viewOwnBank(author, bankId)).questions).toHaveLength(2);
  });

  test("a question of another bank, or given twice, saves nothing", async () => {
    const other = await aPrivateBank(author, []);
    const own = aPrivateQuestion(bankId, "own");
    const stray = aPrivateQuestion(other, "stray");
    for (const questions of [
      [own, stray],
      [own, own],
    ]) {
      await expect(saveQuestions(author, bankId, questions, START)).rejects.toMatchObject({
        code: "invalid",
      });
    }
    expect((await viewOwnBank(author, bankId)).questions).toEqual([]);
  });
});

describe("checking while one types", () => {
  const check = (source: string) => checkSource(author, { ...ref, source, variant: 0 });

  test("finds nothing wrong with a sound question and shows it as it is asked", async () => {
    const { problems, preview } = await check(sourceOf("One?"));
    expect([problems, preview?.prompt]).toEqual([[], "One?"]);
  });

  test("says what is missing at its field and line, and shows what there is", async () => {
    const { problems, preview } = await check(sourceOf("One?").replace("It waits.", '""'));
    expect(problems).toEqual([
      { path: ["explanation"], line: 7, message: "Fill this in.", severity: "error" },
    ]);
    expect(preview?.prompt).toBe("One?");
  });

  test("of YAML that cannot be read says where", async () => {
    const { problems, preview } = await check("id: [first\nkind: short\n");
    expect(problems[0]).toMatchObject({ severity: "error", path: [] });
    expect(preview).toBeNull();
  });

  test("refuses another id: answers are kept under it", async () => {
    const { problems } = await check(sourceOf("One?").replace("id: first", "id: other"));
    expect(problems).toMatchObject([{ path: ["id"], severity: "error" }]);
  });

  test("knows the competencies of the exams", async () => {
    const { problems } = await check(sourceOf("One?").replace("clusters", "nothing"));
    expect(problems).toMatchObject([{ path: ["competencies", 0], severity: "error" }]);
  });

  test("reads the answers and near misses of a kubectl task as its grader does", async () => {
    const source = sourceOf("Scale web to 3.")
      .replace("kind: short", "kind: kubectl")
      .replace(
        /accepted:\n.*\n/,
        `accept: [kubectl scale deployment web --replicas=3]
nearMisses:
  - answer: kubectl scale deployment web --replicas=2
    finding: wrong-number
`,
      );
    const { readings } = await check(source);
    expect(readings.map(({ path, verdict }) => [path.join(), verdict])).toEqual([
      ["accept,0", "right"],
      ["nearMisses,0", "wrong"],
    ]);
    expect(readings[0]?.effects.join()).toContain("web");
  });

  test("an answer is graded as a learner's is, and nothing of it is kept", async () => {
    const ask = { ...ref, source: sourceOf("One?"), variant: 0 };
    const right = await tryAnswer(author, { ...ask, answer: { kind: "short", text: "pending" } });
    const wrong = await tryAnswer(author, { ...ask, answer: { kind: "short", text: "Running" } });
    expect([right.graded.outcome, wrong.graded.outcome]).toEqual(["right", "wrong"]);
    expect(await database().review.count({ where: { userId: author.id } })).toBe(0);
  });
});
