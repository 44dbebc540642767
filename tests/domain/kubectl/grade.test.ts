/** Verdicts on answers, without and with knowledge of the cluster. */
import { describe, expect, test } from "vitest";

import { gradeCommand } from "@/lib/domain/kubectl/grade-command";
import type { KubeObject, Task } from "@/lib/domain/kubectl/model";

const pod = (name: string, labels: Record<string, string>, namespace = "default"): KubeObject => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name, namespace, labels },
  spec: { containers: [{ name: "app", image: "nginx" }] },
});

const cluster = {
  objects: [pod("a", { app: "web" }), pod("b", { app: "web" }), pod("c", { app: "db" })],
};

const verdict = (task: Task, answer: string) => gradeCommand(task, answer).verdict;
const codes = (task: Task, answer: string) =>
  gradeCommand(task, answer).findings.map(({ code }) => code);

test("a wrong namespace is underlined where it was typed", () => {
  const task = { accept: ["kubectl scale deployment web --replicas=3 -n prod"] };
  const answer = "kubectl scale deployment web --replicas=3 -n dev";
  const [finding] = gradeCommand(task, answer).findings;
  expect(finding?.code).toBe("wrong-namespace");
  expect(answer.slice(finding?.span?.start, finding?.span?.end)).toBe("-n dev");
});

test("a line break at the end of a jsonpath only keeps the prompt off the line", () => {
  const task = { accept: ["kubectl get pvc u -o jsonpath='{.spec.volumeName}'"] };
  const answer = String.raw`kubectl get pvc u -o jsonpath="{.spec.volumeName}{'\n'}"`;
  expect(verdict(task, answer)).toBe("right");
  expect(verdict(task, answer.replace("volumeName", "volumeMode"))).toBe("wrong");
});

describe("answers that end alike are alike", () => {
  test.each([
    [
      "kubectl create deployment web --image=nginx --replicas=3",
      "kubectl create deployment web --image=nginx\nkubectl scale deployment web --replicas=3",
    ],
    [
      "kubectl run web --image=nginx --port=80 --expose",
      "kubectl run web --image=nginx --port=80\nkubectl expose pod web --port=80",
    ],
    [
      "kubectl scale deployment web --replicas=3",
      `kubectl patch deploy web -p '{"spec":{"replicas":3}}'`,
    ],
    [
      "kubectl scale deployment web --replicas=3",
      `kubectl patch deploy web --type=json -p '[{"op":"replace","path":"/spec/replicas","value":3}]'`,
    ],
    [
      "kubectl set image deploy/web nginx=nginx:1.27",
      `kubectl patch deploy web -p '{"spec":{"template":{"spec":{"containers":[{"name":"nginx","image":"nginx:1.27"}]}}}}'`,
    ],
    [
      "kubectl create deployment web --image=nginx",
      "kubectl create deployment web --image=nginx --replicas=1",
    ],
    ["kubectl create quota q --hard=cpu=1", "kubectl create quota q --hard=cpu=1000m"],
    [
      "kubectl create secret generic s --from-literal=a=b",
      "kubectl create secret generic s --from-literal=a=b --type=Opaque",
    ],
    [
      "kubectl expose deploy web --port=80",
      "kubectl expose deploy/web --port=80 --target-port=80 --type=ClusterIP",
    ],
    [
      "kubectl create role r --verb=get,list --resource=pods",
      "kubectl create role r --verb=list --verb=get --resource=po",
    ],
    ["kubectl cordon n", `kubectl patch node n -p '{"spec":{"unschedulable":true}}'`],
    ["kubectl label pod a b app=web", "kubectl label pod b app=web; kubectl label pod a app=web"],
    ["kubectl get deploy web -o yaml > web.yaml", "kubectl get deployment/web -oyaml > ./web.yaml"],
  ])("%s | %s", (accepted, answer) => {
    expect(verdict({ accept: [accepted] }, answer)).toBe("right");
  });

  test("labels may be used to choose what an earlier line labelled", () => {
    const task: Task = { accept: ["kubectl delete pod a b"], context: cluster };
    expect(verdict(task, "kubectl label pod a b old=yes\nkubectl delete pods -l old=yes")).toBe(
      "right",
    );
  });
});

describe("doing more than asked", () => {
  test.each([
    ["kubectl delete pod a", "kubectl delete pods --all"],
    ["kubectl delete pod a", "kubectl delete pods --all -A"],
    ["kubectl delete pod a", "kubectl delete pod a b"],
    ["kubectl label pod a x=y", "kubectl label pods --all x=y"],
    ["kubectl rollout restart deployment web", "kubectl rollout restart deployment"],
  ])("%s | %s is over-reach", (accepted, answer) => {
    expect(codes({ accept: [accepted], context: cluster }, answer)).toContain("overreach");
  });

  test("names what it hits", () => {
    const { findings } = gradeCommand(
      { accept: ["kubectl delete pod a"], context: cluster },
      "kubectl delete pods --all",
    );
    expect(
      findings.find(({ code, field }) => code === "overreach" && field === "target")?.got,
    ).toBe("pods/a, pods/b, pods/c");
  });
});

describe("what stays in the cluster unasked", () => {
  test.each([
    ["kubectl run web --image=nginx", "kubectl run web --image=nginx -l run=web,tier=fe"],
    ["kubectl run web --image=nginx", "kubectl run web --image=nginx --annotations=a=b"],
    ["kubectl run web --image=nginx", "kubectl run web --image=nginx --image-pull-policy=Never"],
    ["kubectl run web --image=nginx", "kubectl run web --image=nginx; kubectl label pod web a=b"],
  ])("%s | %s is wrong", (accepted, answer) => {
    expect(codes({ accept: [accepted] }, answer)).toContain("unasked-field");
  });
});

describe("additions", () => {
  test.each([
    [
      "kubectl create deploy web --image=nginx",
      "kubectl create deploy web --image=nginx; kubectl annotate deploy web kubernetes.io/change-cause=first",
    ],
    ["kubectl get pods --context=b", "kubectl config use-context b; kubectl get pods"],
    ["kubectl get pods", "kubectl get pods -o wide"],
    ["kubectl get pods", "kubectl get pods --show-labels"],
    ["kubectl create ns a", "kubectl create ns a\nkubectl get ns"],
    ["kubectl create ns a", "kubectl create ns a -o yaml"],
  ])("%s | %s pass as harmless, unless the task refuses them", (accepted, answer) => {
    const given = (extras: "allowed" | "refused") =>
      verdict({ accept: [accepted], extras }, answer);
    expect([given("allowed"), given("refused")]).toEqual(["right-with-extras", "wrong"]);
  });

  test.each([
    ["kubectl get pods", "kubectl get pods -A"],
    ["kubectl get pods", "kubectl get pods -o yaml"],
    ["kubectl label pod a x=y", "kubectl label pod a x=y z=w"],
    ["kubectl delete pod a", "kubectl delete pod a --force"],
    ["kubectl run web --image=nginx", "kubectl run web --image=nginx --restart=Never"],
  ])("%s | %s are wrong when they change what happens or is shown", (accepted, answer) => {
    expect(verdict({ accept: [accepted] }, answer)).toBe("wrong");
  });
});

describe("a dry run", () => {
  test.each([
    [
      "kubectl run a --image=nginx",
      "kubectl run a --image=nginx --dry-run=client",
      "dry-run-instead",
    ],
    [
      "kubectl run a --image=nginx --dry-run=client -o yaml",
      "kubectl run a --image=nginx",
      "not-a-dry-run",
    ],
    [
      "kubectl run a --image=nginx --dry-run=server -o yaml",
      "kubectl run a --image=nginx --dry-run=client -o yaml",
      "wrong-dry-run",
    ],
    [
      "kubectl run a --image=nginx --dry-run=client -o yaml",
      "kubectl run a --image=nginx --dry-run=client",
      "missing-output",
    ],
  ])("%s | %s: %s", (accepted, answer, code) => {
    expect(codes({ accept: [accepted] }, answer)).toContain(code);
  });
});

describe("goals", () => {
  const task: Task = {
    accept: ["kubectl create deployment web --image=nginx --replicas=2"],
    goals: [{ kind: "Deployment", name: "web", has: { spec: { replicas: 2 } } }],
    context: cluster,
  };

  test.each([
    ["kubectl create deployment web --image=nginx --replicas=2", "right"],
    ["kubectl create deployment web --image=nginx\nkubectl scale deploy web --replicas=2", "right"],
    ["kubectl create deployment web --image=httpd --replicas=2", "right-with-extras"],
    ["kubectl create deployment web --image=nginx", "wrong"],
    ["kubectl create deployment web --image=nginx --replicas=2\nkubectl delete pod a", "wrong"],
  ])("%s → %s", (answer, expected) => {
    expect(verdict(task, answer)).toBe(expected);
  });
});

describe("what cannot be judged", () => {
  test.each([
    "kubectl get pods | grep web",
    "kubectl edit deployment web",
    "kubectl get pods $(cat x)",
  ])("%s is not counted as wrong", (answer) => {
    expect(verdict({ accept: ["kubectl get pods"] }, answer)).toBe("cannot-judge");
  });

  test("is right when it is the accepted answer letter by letter", () => {
    const line = "kubectl get pods | grep web";
    expect(verdict({ accept: [line] }, line)).not.toBe("wrong");
  });
});

test("a field's finding points at the characters that set it", () => {
  const answer = "kubectl create deployment web --image=nginx --replicas=2";
  const { findings } = gradeCommand(
    { accept: ["kubectl create deployment web --image=nginx --replicas=3"] },
    answer,
  );
  expect(
    findings.map(({ field, span }) => [field, span && answer.slice(span.start, span.end)]),
  ).toEqual([["spec.replicas", "--replicas=2"]]);
});
