import { expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { createBank } from "@/lib/server/services/create-bank";
import { exportQuestions, viewExportableBank } from "@/lib/server/services/export-questions";
import { importQuestions, previewImport } from "@/lib/server/services/import-questions";
import { retireQuestion } from "@/lib/server/services/publish-question";
import { viewBank } from "@/lib/server/services/view-bank";
import { aPerson, START } from "@/tests/helpers/people";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const GIFT = `::First::Which phase comes first? {
=Pending#It waits for its images.
~Running#Only once a container runs.
~Unknown#Only when the node is lost.
####A Pod starts as Pending.
}

::Port::On which port does the kubelet listen? {#10250####It listens on 10250.}
`;

const NOTHING_LEFT = { leave: new Set<number>() };

const given = (bankId: string, text: string) => ({
  bankId,
  bytes: new TextEncoder().encode(text),
  format: undefined,
  name: "",
  competency: "cka/troubleshooting/clusters",
  difficulty: "easy" as const,
  docs: "https://kubernetes.io/docs/concepts/",
});

async function aBank(): Promise<{ actor: Actor; bankId: string }> {
  await loadQuestions([aShortQuestion("pods/phase")]);
  const actor = await aPerson({ role: "instructor" });
  const { id } = await createBank(actor, { title: "Own", description: "Mine." });
  return { actor, bankId: id };
}

async function importAll(actor: Actor, bankId: string, text: string) {
  const file = given(bankId, text);
  const { fingerprint } = await previewImport(actor, file);
  return importQuestions(actor, { ...file, ...NOTHING_LEFT, fingerprint }, START);
}

async function taken(actor: Actor, bankId: string, format: "yaml" | "gift" | "csv" | "moodle") {
  const { pieces } = await exportQuestions(actor, { bankId, format, withKey: false }, START);
  let text = "";
  for await (const piece of pieces) text += typeof piece === "string" ? piece : "";
  return text;
}

test("a preview says what is new and saves nothing", async () => {
  const { actor, bankId } = await aBank();
  const preview = await previewImport(actor, given(bankId, GIFT));
  expect(preview).toMatchObject({ format: "gift", encoding: "UTF-8", problemCount: 0 });
  expect(preview.questions.map(({ name, state }) => `${name}: ${state}`)).toEqual([
    "First: new",
    "Port: new",
  ]);
  expect((await viewExportableBank(actor, bankId)).questions).toEqual([]);
});

test("the same file twice changes nothing the second time", async () => {
  const { actor, bankId } = await aBank();
  expect(await importAll(actor, bankId, GIFT)).toEqual({
    added: 2,
    changed: 0,
    back: 0,
    unchanged: 0,
  });
  expect(await importAll(actor, bankId, GIFT)).toEqual({
    added: 0,
    changed: 0,
    back: 0,
    unchanged: 2,
  });
});

test("a retry of an import whose reply was lost says that nothing is left to do", async () => {
  const { actor, bankId } = await aBank();
  const file = given(bankId, GIFT);
  const { fingerprint } = await previewImport(actor, file);
  const commit = () => importQuestions(actor, { ...file, ...NOTHING_LEFT, fingerprint }, START);
  await commit();
  expect(await commit()).toMatchObject({ added: 0, unchanged: 2 });
});

test.each(["yaml", "csv", "gift", "moodle"] as const)(
  "a bank that is exported as %s is unchanged when it is imported",
  async (format) => {
    const { actor, bankId } = await aBank();
    await importAll(actor, bankId, GIFT);
    const preview = await previewImport(actor, given(bankId, await taken(actor, bankId, format)));
    expect(preview).toMatchObject({ format, problemCount: 0 });
    expect(preview.questions.map(({ state }) => state)).toEqual(["unchanged", "unchanged"]);
  },
);

test("a changed question becomes a new version, with its changes shown before", async () => {
  const { actor, bankId } = await aBank();
  await importAll(actor, bankId, GIFT);
  const changed = GIFT.replace("A Pod starts as Pending.", "Pending comes first.");
  const preview = await previewImport(actor, given(bankId, changed));
  expect(preview.questions.map(({ state, changes }) => ({ state, changes }))).toEqual([
    {
      state: "changed",
      changes: [
        { field: "explanation", before: "A Pod starts as Pending.", after: "Pending comes first." },
      ],
    },
    { state: "unchanged", changes: [] },
  ]);
  expect(await importAll(actor, bankId, changed)).toMatchObject({ changed: 1, unchanged: 1 });
});

test("what is left out of an import stays as it is", async () => {
  const { actor, bankId } = await aBank();
  const file = given(bankId, GIFT);
  const { fingerprint } = await previewImport(actor, file);
  await importQuestions(actor, { ...file, fingerprint, leave: new Set([0]) }, START);
  const { questions } = await viewExportableBank(actor, bankId);
  expect(questions.map(({ slug }) => slug)).toEqual(["port"]);
});

test("a retired question comes back with the file that holds it", async () => {
  const { actor, bankId } = await aBank();
  await importAll(actor, bankId, GIFT);
  await retireQuestion(actor, { bankId, slug: "port", retired: true }, START);
  const preview = await previewImport(actor, given(bankId, GIFT));
  expect(preview.questions.map(({ state }) => state)).toEqual(["unchanged", "back"]);
  expect(await importAll(actor, bankId, GIFT)).toMatchObject({ back: 1, unchanged: 1 });
});

test("a bank that has changed since the preview is left as it is", async () => {
  const { actor, bankId } = await aBank();
  const file = given(bankId, GIFT);
  const { fingerprint } = await previewImport(actor, file);
  await importAll(actor, bankId, GIFT.replace("10250####It", "10255####It"));
  await expect(
    importQuestions(actor, { ...file, ...NOTHING_LEFT, fingerprint }, START),
  ).rejects.toMatchObject({ code: "conflict" });
});

test("questions with errors are left out, and the others taken", async () => {
  const { actor, bankId } = await aBank();
  const trap = `${GIFT}\n::Run::How? {=kubectl run web --image=nginx####So.}\n`;
  const preview = await previewImport(actor, given(bankId, trap));
  expect(preview.questions.map(({ state }) => state)).toEqual(["new", "new", "error"]);
  expect(await importAll(actor, bankId, trap)).toMatchObject({ added: 2 });
});

test("a bank of somebody else can neither be imported into nor exported", async () => {
  const { bankId } = await aBank();
  const colleague = await aPerson({ role: "instructor" });
  const file = given(bankId, GIFT);
  const request = { bankId, format: "yaml", withKey: false } as const;
  const notFound = { code: "not-found" };
  await expect(previewImport(colleague, file)).rejects.toMatchObject(notFound);
  await expect(
    importQuestions(colleague, { ...file, ...NOTHING_LEFT, fingerprint: "" }, START),
  ).rejects.toMatchObject(notFound);
  await expect(exportQuestions(colleague, request, START)).rejects.toMatchObject(notFound);
});

test("banks of the service are exported to instructors, and to no learner", async () => {
  await loadQuestions([aShortQuestion("pods/phase")]);
  const request = { bankId: "pods", format: "text", withKey: true } as const;
  const instructor = await aPerson({ role: "instructor" });
  const { name } = await exportQuestions(instructor, request, START);
  expect(name).toBe("pods-2026-11-02.txt");
  const learner = await aPerson();
  await expect(exportQuestions(learner, request, START)).rejects.toMatchObject({
    code: "not-found",
  });
});

test.each([
  { who: "an instructor", role: "instructor" as const, offered: true },
  { who: "a learner", role: "learner" as const, offered: false },
])("$who is offered the questions of a bank of the service: $offered", async (row) => {
  await loadQuestions([aShortQuestion("pods/phase")]);
  const actor = await aPerson({ role: row.role });
  expect((await viewBank(actor, "pods", START)).mayExport).toBe(row.offered);
});

test("whoever has written a bank is offered its questions", async () => {
  const { actor, bankId } = await aBank();
  expect((await viewBank(actor, bankId, START)).mayExport).toBe(true);
});
