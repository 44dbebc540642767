import { describe, expect, test } from "vitest";
import { completeLine } from "@/lib/domain/kubectl/complete";
import type { TaskContext } from "@/lib/domain/kubectl/model";

const object = (apiVersion: string, kind: string, name: string, namespace?: string) => ({
  apiVersion,
  kind,
  metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
});

const SHOP: TaskContext = {
  aliases: { k: "kubectl" },
  namespace: "shop",
  contexts: ["dev", "prod"],
  objects: [
    object("v1", "Pod", "web-1", "shop"),
    object("v1", "Pod", "job-1", "batch"),
    object("apps/v1", "Deployment", "web", "shop"),
    object("v1", "Node", "node-1"),
    object("rbac.authorization.k8s.io/v1", "ClusterRole", "reader"),
  ],
};

const complete = (text: string, cursor = text.length) => completeLine(text, cursor, SHOP);
const textsOf = (text: string) => complete(text).options.map((option) => option.text);

describe("offers", () => {
  test.each([
    ["", ["kubectl", "k"]],
    ["kub", ["kubectl"]],
    ["k cr", ["create"]],
    ["k create dep", ["deployment"]],
    ["k -n shop cre", ["create"]],
    ["k rollout re", ["restart", "resume"]],
    ["k get pod", ["pods", "podtemplates", "poddisruptionbudgets"]],
    ["k get PODS", ["pods"]],
    ["k get pods,node", ["nodes"]],
    ["k get pods ", ["web-1"]],
    ["k get po web-1 ", []],
    ["k get pods -n batch ", ["job-1"]],
    ["k get pods -A ", ["job-1", "web-1"]],
    ["k get deploy/", ["web"]],
    ["k describe node ", ["node-1"]],
    ["k scale ", ["replicationcontrollers", "deployments", "replicasets", "statefulsets"]],
    ["k logs ", ["web-1"]],
    ["k logs deploy/w", ["web"]],
    ["k drain ", ["node-1"]],
    ["k config use-context ", ["dev", "prod"]],
    ["k get pods --show-l", ["--show-labels"]],
    ["k get pods --show-labels --show-l", []],
    ["k create deployment w --im", ["--image="]],
    ["k create deployment w --image=a --im", ["--image="]],
    ["k get pods -n ", ["batch", "kube-system", "shop"]],
    ["k get pods --namespace=sh", ["shop"]],
    ["k get pods -n=sh", ["shop"]],
    ["k get pods --context ", ["dev", "prod"]],
    ["k create ns x --dry-run=", ["client", "server", "none"]],
    ["k run p --restart=", ["Always", "OnFailure", "Never"]],
    ["k run p --restart O", ["OnFailure"]],
    ["k expose deploy web --type=L", ["LoadBalancer"]],
    ["k create role r --verb=get,wa", ["watch"]],
    ["k create role r --resource=nod", ["nodes"]],
    ["k create clusterrolebinding b --clusterrole=", ["reader"]],
    ["k get pods -A=", ["true", "false"]],
    ["k get pods; k roll", ["rollout"]],
    ["k get pods && k roll", ["rollout"]],
    ["k exec web-1 -- ", []],
    ["k get pods | gr", []],
    ["k get 'po", []],
    ["helm ins", []],
    ["k create ns x --dry-run ", []],
    ["k get pods", []],
  ])("after %j", (text, texts) => {
    expect(textsOf(text)).toEqual(texts);
  });

  test("the formats that the command prints", () => {
    expect(textsOf("k get pods -o ")).toEqual(expect.arrayContaining(["json", "yaml", "wide"]));
    expect(textsOf("k create ns x -o ")).not.toContain("wide");
  });

  test("short flags only while one dash is typed", () => {
    expect(textsOf("k get pods -")).toEqual(expect.arrayContaining(["-n", "-o", "--namespace="]));
    expect(textsOf("k get pods --")).not.toContain("-n");
  });

  test("the command's own flags before the global ones", () => {
    const texts = textsOf("k get pods --");
    expect(texts.indexOf("--watch")).toBeLessThan(texts.indexOf("--as="));
  });
});

describe("what is replaced", () => {
  test.each([
    ["k get po -n shop", 8, "po"],
    ["k get po", 7, "po"],
    ["k get pods,no", 13, "no"],
    ["k get deploy/w", 14, "w"],
    ["k get pods --output=js", 22, "js"],
    ["k create role r --verb=get,li", 29, "li"],
    ["k get pods -n ", 14, ""],
    ["ku get", 2, "ku"],
  ])("in %j at %i", (text, cursor, replaced) => {
    const { from, to } = complete(text, cursor);
    expect(text.slice(from, to)).toBe(replaced);
  });
});

test("options say what they are", () => {
  expect(complete("k get deploy").options).toEqual([
    { text: "deployments", kind: "resource", detail: "Deployment (apps/v1) · deploy" },
  ]);
});
