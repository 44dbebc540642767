import { describe, expect, test } from "vitest";

import { explainLine } from "@/lib/domain/kubectl/explain/explain-line";

const only = (text: string) => {
  const [line, ...others] = explainLine(text);
  if (!line || others.length > 0) throw new Error(`not one line: ${text}`);
  return line;
};

test("each word has its part", () => {
  const line = only("kubectl -n shop create deployment web --image=nginx -- sleep 10");
  expect(line.words.map(({ text, role }) => `${text} ${role}`)).toEqual([
    "kubectl program",
    "-n flag",
    "shop value",
    "create command",
    "deployment command",
    "web argument",
    "--image=nginx flag",
    "-- separator",
    "sleep argument",
    "10 argument",
  ]);
});

describe("what is sent", () => {
  test.each([
    [
      "kubectl create deployment web --image=nginx -n shop",
      "POST /apis/apps/v1/namespaces/shop/deployments",
    ],
    ["kubectl get pods -l app=web", "GET /api/v1/namespaces/default/pods?labelSelector=app=web"],
    ["kubectl get nodes", "GET /api/v1/nodes"],
    ["kubectl delete svc web", "DELETE /api/v1/namespaces/default/services/web"],
    ["kubectl logs web", "GET /api/v1/namespaces/default/pods/web/log"],
  ])("by %s", (text, request) => {
    expect(only(text).steps.flatMap((step) => step.requests)).toContain(request);
  });
});

test("with --dry-run=client nothing is sent and the object is shown", () => {
  const [step] = only("kubectl create ns shop --dry-run=client -o yaml").steps;
  expect(step?.requests).toEqual([]);
  expect(step?.yaml).toContain("kind: Namespace");
});

test("a refused line brings kubectl's words and a hint", () => {
  const { refusal, steps } = only("kubectl create deployment web --imag=nginx");
  expect(refusal?.message).toBe("error: unknown flag: --imag");
  expect(refusal?.hint).toContain("--image");
  expect(steps).toEqual([]);
});

test("what only a running cluster can tell is said to be so", () => {
  expect(only("kubectl get pods | wc -l").unjudgeable).not.toBeNull();
});

test("several lines are explained one by one", () => {
  expect(explainLine("kubectl get pods\nkubectl get svc")).toHaveLength(2);
});
