import { expect, test } from "vitest";

import { drawQuestion, drawWith } from "@/lib/domain/questions/draw-question";
import { parseStoredQuestion } from "@/lib/domain/questions/parse-question";
import type { Kind } from "@/lib/domain/questions/registry";

const PARAMETERS = {
  name: ["web", "api", "shop", "cache", "queue"],
  count: [1, 2, 3, 4],
};

const scaling = () =>
  parseStoredQuestion({
    id: "workloads/scale",
    bank: "workloads",
    kind: "short",
    concept: "scale",
    parameters: PARAMETERS,
    prompt: "How many Pods has {{name}} after it was scaled to {{count}}?",
    accepted: ["{{count}} of {{name}}"],
    explanation: "So.",
    sources: { docs: ["https://kubernetes.io/docs/"] },
    competencies: ["cka/troubleshooting/clusters"],
    difficulty: "easy",
  });

test("a variant is made of its own values, however many others were drawn before it", () => {
  const content = scaling();
  const draws = PARAMETERS.name.flatMap((name) =>
    PARAMETERS.count.map((count) => ({ name, count })),
  );
  for (const values of [...draws, ...draws.toReversed()]) {
    const { name, count } = values;
    const { content: filled } = drawWith<Kind>(content, values, "seed");
    expect(filled.prompt).toBe(`How many Pods has ${name} after it was scaled to ${count}?`);
    expect(filled).toMatchObject({ accepted: [`${count} of ${name}`] });
  }
});

test("the same variant asked of two learners is one object, so that what is known of it stays known", () => {
  const content = scaling();
  expect(drawQuestion(content, "a seed").content).toBe(drawQuestion(content, "a seed").content);
});

test("a new version of a question has variants of its own", () => {
  const [before, after] = [scaling(), scaling()];
  after.prompt = "{{name}}?";
  const name = (prompt: string) => /web|api|shop|cache|queue/u.exec(prompt)?.[0];
  const first = drawQuestion(before, "a seed").content.prompt;
  expect(drawQuestion(after, "a seed").content.prompt).toBe(`${name(first) ?? ""}?`);
});
