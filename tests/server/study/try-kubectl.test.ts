import { beforeEach, expect, test } from "vitest";

import { POST } from "@/app/api/v1/try/kubectl/route";
import { viewLandingQuestion } from "@/lib/server/services/view-landing-question";
import { START } from "@/tests/helpers/people";
import { aKubectlQuestion, aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const accepted = "kubectl scale deployment web --replicas=3";

beforeEach(() =>
  loadQuestions([
    aShortQuestion("pods/phase"),
    aKubectlQuestion("kubectl/scale-deployment", accepted),
  ]),
);

const tryIt = (text: string, address: string) =>
  POST(
    new Request("http://localhost:3000/api/v1/try/kubectl", {
      method: "POST",
      headers: { "content-type": "application/json", "x-forwarded-for": address },
      body: JSON.stringify({ text }),
    }),
  );

test("a visitor sees the question without its answer", async () => {
  const question = await viewLandingQuestion(START);
  expect(question).toMatchObject({ id: "kubectl/scale-deployment", kind: "kubectl" });
  expect(JSON.stringify(question)).not.toContain("--replicas");
});

test("a visitor's answer is graded and the solution shown", async () => {
  const response = await tryIt(accepted, "192.0.2.1");
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    graded: { outcome: "right", score: 1 },
    reveal: { solution: { kind: "kubectl", accepted: [accepted] } },
  });
});

test("an address that tries too often is asked to wait, others are not", async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 121; n++) statuses.push((await tryIt("kubectl", "192.0.2.2")).status);
  const refused = await tryIt("kubectl", "192.0.2.2");
  expect(statuses.slice(0, 120)).toEqual(Array(120).fill(200));
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await tryIt("kubectl", "192.0.2.3")).status).toBe(200);
});

test("a text of more than 2,000 characters is refused", async () => {
  expect((await tryIt("x".repeat(2_001), "192.0.2.4")).status).toBe(400);
});

test("without a kubectl question there is nothing to try", async () => {
  await loadQuestions([aShortQuestion("pods/phase")]);
  expect(await viewLandingQuestion(START)).toBeNull();
  expect((await tryIt("kubectl", "192.0.2.5")).status).toBe(404);
});
