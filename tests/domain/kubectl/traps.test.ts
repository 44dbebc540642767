/** Lines that kubectl accepts and that do something else than they seem to. */
import { describe, expect, test } from "vitest";

import { gradeCommand } from "@/lib/domain/kubectl/grade-command";

const TRAPS = [
  [
    "run-args-not-command",
    "kubectl run a --image=busybox --command -- sleep 10",
    "kubectl run a --image=busybox -- sleep 10",
  ],
  [
    "run-command-not-args",
    "kubectl run a --image=busybox -- sleep 10",
    "kubectl run a --image=busybox --command -- sleep 10",
  ],
  [
    "dash-fills-command",
    "kubectl create job a --image=busybox -- date",
    "kubectl create job a --image=busybox -- sleep 10",
  ],
  [
    "repeated-selector",
    "kubectl get pods -l app=web,tier=fe",
    "kubectl get pods -l app=web -l tier=fe",
  ],
  [
    "csv-env",
    "kubectl run a --image=nginx --env=A=1 --env=B=2",
    "kubectl run a --image=nginx --env=A=1,B=2",
  ],
  [
    "csv-literal",
    "kubectl create cm a --from-literal=a=1 --from-literal=b=2",
    "kubectl create cm a --from-literal=a=1,b=2",
  ],
  [
    "flag-after-dashes",
    "kubectl run a --image=nginx --env=A=b -- sleep 1",
    "kubectl run a --image=nginx -- sleep 1 --env=A=b",
  ],
  [
    "dry-run-space",
    "kubectl run a --image=nginx --dry-run=client -o yaml",
    "kubectl run a --image=nginx --dry-run client -o yaml",
  ],
  [
    "cpu-without-percent",
    "kubectl autoscale deploy a --max=5 --cpu=80%",
    "kubectl autoscale deploy a --max=5 --cpu=80",
  ],
  [
    "limits-last-wins",
    "kubectl set resources deploy a --limits=cpu=200m,memory=512Mi",
    "kubectl set resources deploy a --limits=cpu=200m --limits=memory=512Mi",
  ],
  ["comma-names", "kubectl delete pods a b", "kubectl delete pods a,b"],
  [
    "grace-period-0-without-force",
    "kubectl delete pod a --force",
    "kubectl delete pod a --grace-period=0",
  ],
  ["single-dash-long", "kubectl get pods --namespace dev", "kubectl get pods -namespace dev"],
  ["words-before-dashes", "kubectl exec p -- sh -c ls", "kubectl exec p sh -- -c ls"],
  ["logs-pod-word", "kubectl logs p", "kubectl logs pod p"],
  ["restart-all", "kubectl rollout restart deployment web", "kubectl rollout restart deployment"],
  ["en-dash", "kubectl get pods -n dev", "kubectl get pods –n dev"],
  [
    "tcp-names-port",
    "kubectl create service clusterip a --tcp=80:80",
    "kubectl create service clusterip a --tcp=80",
  ],
] as const;

describe("a silent trap", () => {
  test.each(TRAPS)("%s has its own finding", (code, accepted, answer) => {
    const { verdict, valid, findings } = gradeCommand({ accept: [accepted] }, answer);
    expect({ verdict, valid, codes: findings.map((finding) => finding.code) }).toEqual({
      verdict: "wrong",
      valid: true,
      codes: expect.arrayContaining([code]) as string[],
    });
  });

  test.each(TRAPS)("%s is underlined inside the answer", (code, accepted, answer) => {
    const { findings } = gradeCommand({ accept: [accepted] }, answer);
    const span = findings.find((finding) => finding.code === code)?.span;
    expect(span && answer.slice(span.start, span.end).trim().length).toBeGreaterThan(0);
  });

  test("in create is refused by kubectl when the noun is plural", () => {
    const judgement = gradeCommand(
      { accept: ["kubectl create namespace dev"] },
      "kubectl create namespaces dev",
    );
    expect(judgement).toMatchObject({
      verdict: "wrong",
      valid: false,
      error: expect.stringContaining("error:") as string,
    });
  });
});
