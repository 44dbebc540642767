import { createHash, randomUUID } from "node:crypto";

import { forgetCatalogue } from "@/lib/server/content/catalogue";
import { database } from "@/lib/server/db/client";

const LOADED_AT = new Date("2026-01-01T00:00:00Z");

const curriculum = {
  version: "1.35",
  exams: [
    {
      id: "cka",
      title: "Administrator",
      domains: [
        {
          id: "cka/troubleshooting",
          title: "Troubleshooting",
          weight: 60,
          competencies: [{ id: "cka/troubleshooting/clusters", title: "Clusters" }],
        },
        {
          id: "cka/storage",
          title: "Storage",
          weight: 40,
          competencies: [{ id: "cka/storage/volumes", title: "Volumes" }],
        },
      ],
    },
  ],
};

export type TestQuestion = Record<string, unknown> & { id: string; kind: string };

const common = (id: string) => ({
  concept: id.split("/")[1],
  explanation: `Explanation of ${id}.`,
  sources: { docs: ["https://kubernetes.io/docs/concepts/"] },
  competencies: ["cka/troubleshooting/clusters"],
  difficulty: "easy",
});

/** Right with "pending". */
export const aShortQuestion = (id: string, rest: object = {}): TestQuestion => ({
  id,
  kind: "short",
  prompt: "Which phase has a Pod that is not scheduled?",
  hint: "It waits.",
  accepted: ["Pending"],
  ...common(id),
  ...rest,
});

export const anOpenQuestion = (id: string): TestQuestion => ({
  id,
  kind: "open",
  prompt: "Explain what happens when the scheduler is down.",
  modelAnswer: "Pods stay Pending.",
  marks: ["one", "two", "three", "four", "five"].map((text) => ({ text })),
  ...common(id),
});

export const aKubectlQuestion = (id: string, accept: string): TestQuestion => ({
  id,
  kind: "kubectl",
  prompt: "Do it.",
  accept: [accept],
  nearMisses: [],
  ...common(id),
});

/** Eight variants: the double of a number. */
export const aNumberQuestion = (id: string): TestQuestion => ({
  id,
  kind: "number",
  prompt: "Twice {{of.n}} is?",
  parameters: { of: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({ n, twice: n * 2 })) },
  answer: { value: "{{of.twice}}" },
  ...common(id),
});

/** Loads exactly these questions, each at this version; others of this test file are retired. */
export async function loadQuestions(questions: TestQuestion[], version = 1): Promise<void> {
  const db = database();
  await db.question.updateMany({ data: { retiredAt: LOADED_AT } });
  const banks = [...new Set(questions.map(({ id }) => id.split("/")[0] ?? ""))];
  for (const [position, id] of banks.entries()) {
    const bank = { title: id, description: id, position, retiredAt: null };
    await db.bank.upsert({ where: { id }, create: { id, ...bank }, update: bank });
  }
  for (const question of questions) {
    const [bankId = ""] = question.id.split("/");
    const row = {
      bankId,
      kind: question.kind,
      concept: String(question["concept"]),
      currentVersion: version,
      retiredAt: null,
    };
    await db.question.upsert({
      where: { id: question.id },
      create: { id: question.id, ...row },
      update: row,
    });
    const content = JSON.parse(JSON.stringify({ ...question, bank: bankId })) as object;
    await db.questionVersion.upsert({
      where: { questionId_version: { questionId: question.id, version } },
      create: {
        questionId: question.id,
        version,
        contentHash: createHash("sha256").update(JSON.stringify(content)).digest("hex"),
        content,
        createdAt: LOADED_AT,
      },
      update: {},
    });
  }
  const state = { hash: randomUUID(), loadedAt: LOADED_AT, document: { curriculum, notes: [] } };
  await db.contentState.upsert({
    where: { id: "questions" },
    create: { id: "questions", ...state },
    update: state,
  });
  forgetCatalogue();
}
