/** Where answers do what was asked in part, or in other words, and what is said of it. */
import { describe, expect, test } from "vitest";

import { gradeCommand } from "@/lib/domain/kubectl/grade-command";
import type { KubeObject, Task } from "@/lib/domain/kubectl/model";

const verdict = (task: Task, answer: string) => gradeCommand(task, answer).verdict;
const messages = (task: Task, answer: string) =>
  gradeCommand(task, answer).findings.map(({ message }) => message);

const pod: KubeObject = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "web", namespace: "default" },
  spec: { containers: [{ name: "app", image: "nginx" }] },
};
const deployment: KubeObject = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "web", namespace: "default" },
  spec: { replicas: 2 },
};

describe("the only container of a known pod may be named", () => {
  test.each([
    ["kubectl exec web -- date", "kubectl exec web -c app -- date"],
    ["kubectl logs web", "kubectl logs web -c app"],
    ["kubectl logs web", "kubectl logs web --all-containers"],
    ["kubectl cp web:/a b", "kubectl cp web:/a b -c app"],
    ["kubectl cp b web:/a", "kubectl cp b default/web:/a -c app"],
  ])("%s: %s", (accepted, answer) => {
    expect(verdict({ accept: [accepted], context: { objects: [pod] } }, answer)).toBe("right");
    expect(verdict({ accept: [accepted] }, answer)).toBe("wrong");
  });
});

test("an init container makes a pod's container one of two", () => {
  const two = { ...pod, spec: { containers: [{ name: "app" }], initContainers: [{ name: "up" }] } };
  const task = { accept: ["kubectl logs web"], context: { objects: [two] } };
  expect(verdict(task, "kubectl logs web --all-containers")).toBe("wrong");
});

describe("the number of replicas that a task expects", () => {
  const accept = ["kubectl scale deployment web --current-replicas=2 --replicas=4"];
  const task: Task = { accept, context: { objects: [deployment] } };

  test("must be named, though it is so today", () => {
    expect(messages(task, "kubectl scale deployment web --replicas=4")).toEqual([
      "--current-replicas 2 is missing: without it the change is made whatever there is now.",
    ]);
  });

  test("may be named where the task does not ask for it and it is so", () => {
    const plain: Task = { ...task, accept: ["kubectl scale deployment web --replicas=4"] };
    expect(verdict(plain, accept[0] ?? "")).toBe("right");
  });
});

test("only -R reads the folders in a folder", () => {
  const files = {
    "d/red.yaml": "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: red\n",
    "d/more/blue.yaml": "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: blue\n",
  };
  const task: Task = { accept: ["kubectl apply -R -f d"], context: { files } };
  expect(messages(task, "kubectl apply -f d")).toEqual(["The Namespace blue is not created."]);
  expect(verdict(task, "kubectl apply --recursive -f ./d/")).toBe("right");
  expect(verdict(task, "kubectl apply -f d -f d/more")).toBe("right");
});

describe("what a goal misses is said as the learner knows it", () => {
  test.each<[string, Task["goals"], string, string[]]>([
    [
      "amounts are compared as amounts",
      [{ kind: "ResourceQuota", has: { spec: { hard: { pods: 20, "requests.cpu": 8 } } } }],
      "kubectl create quota q --hard=pods=20,cpu=8",
      ["The limit of requests.cpu should be 8, not unset."],
    ],
    [
      "a Secret's value as it was typed",
      [{ kind: "Secret", has: { data: { token: "YWJjMTIz" } } }],
      "kubectl create secret generic s --from-literal=token=WRONG",
      ["The key token should be abc123, not WRONG."],
    ],
  ])("%s", (_name, goals = [], answer, said) => {
    expect(messages({ accept: [], goals }, answer)).toEqual(said);
  });
});

test("the switch --raw of config view is no path", () => {
  const task = { accept: ["kubectl config view --minify"] };
  expect(messages(task, "kubectl config view --minify --raw")).toEqual([
    "The task does not ask for --raw.",
  ]);
});

describe("what is more on the screen", () => {
  test.each([
    ["kubectl get pods", "kubectl get pods -o wide", "right-with-extras"],
    ["kubectl get pods", "kubectl get pods --show-kind", "right-with-extras"],
    ["kubectl get pods > p.txt", "kubectl get pods -o wide > p.txt", "wrong"],
    ["kubectl get pods > p.txt", "kubectl get pods --show-labels > p.txt", "wrong"],
    ["kubectl get pods", "kubectl get pods --no-headers", "wrong"],
    ["kubectl logs -l app=web", "kubectl logs -l app=web --prefix", "wrong"],
  ])("%s: %s", (accepted, answer, expected) => {
    expect(verdict({ accept: [accepted] }, answer)).toBe(expected);
  });
});

describe("delete -i asks first", () => {
  const task = { accept: ["kubectl delete pod web"] };
  test.each([
    ["kubectl delete pod web -i", "right"],
    ["kubectl delete pod web -i <<< y", "right"],
    ["echo Y | kubectl delete pod web -i", "right"],
    ["echo yes | kubectl delete pod web -i", "wrong"],
    ["kubectl delete pod web -i <<< n", "wrong"],
  ])("%s is %s", (answer, expected) => {
    expect(verdict(task, answer)).toBe(expected);
  });

  test("and a manifest that was read leaves no reply", () => {
    const files = { "web.yaml": "apiVersion: v1\nkind: Pod\nmetadata: { name: web }\n" };
    const known = { accept: ["kubectl delete -f web.yaml"], context: { files } };
    expect(verdict(known, "kubectl delete -i -f - < web.yaml")).toBe("wrong");
    expect(verdict(known, "kubectl delete -i -f web.yaml")).toBe("right");
  });
});

describe("apply --overwrite=false", () => {
  const manifest = (replicas: number) =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: ${replicas} }\n`;
  const note = (replicas: number): KubeObject => ({
    ...deployment,
    metadata: {
      ...deployment.metadata,
      annotations: {
        "kubectl.kubernetes.io/last-applied-configuration": JSON.stringify({
          ...deployment,
          metadata: { name: "web", namespace: "default", annotations: {} },
          spec: { replicas },
        }),
      },
    },
  });
  const verdictOn = (replicas: number, objects: KubeObject[]) =>
    verdict(
      {
        accept: ["kubectl apply -f web.yaml"],
        context: { files: { "web.yaml": manifest(replicas) }, objects },
      },
      "kubectl apply -f web.yaml --overwrite=false",
    );

  test.each([
    ["an object that is not known is applied", 3, [], "right"],
    ["another value than the server's is refused", 3, [deployment], "wrong"],
    ["the server's own value is not", 2, [deployment], "right"],
    ["another text than was applied last is refused", 3, [note(2)], "wrong"],
    ["the same text is not", 2, [note(2)], "right"],
  ])("%s", (_, replicas, objects, expected) => {
    expect(verdictOn(replicas, objects)).toBe(expected);
  });
});
