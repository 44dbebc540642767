/** What is refused only where a task says that it names everything there is. */
import { describe, expect, test } from "vitest";

import { gradeCommand } from "@/lib/domain/kubectl/grade-command";
import type { Completeness, KubeObject, TaskContext } from "@/lib/domain/kubectl/model";

const pod = (name: string, namespace: string): KubeObject => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name, namespace },
  spec: { containers: [{ name: "main", image: "nginx", ports: [{ containerPort: 80 }] }] },
});

const CONTEXT: TaskContext = {
  objects: [pod("web", "default"), pod("cache", "shop")],
  files: { "pod.yaml": "apiVersion: v1\nkind: Pod\nmetadata:\n  name: new\n" },
};

function grade(answer: string, complete: Completeness | null, accept = "kubectl get nodes") {
  const context = complete ? { ...CONTEXT, complete } : CONTEXT;
  return gradeCommand({ accept: [accept], context }, answer);
}

const errorOf = (answer: string, complete: Completeness | null) => grade(answer, complete).error;

const NOT_FOUND = 'Error from server (NotFound): pods "none" not found';

describe("an object that is not among the given ones", () => {
  test("is refused where its kind is complete", () => {
    expect(errorOf("kubectl delete pod none", { kinds: ["Pod"] })).toBe(NOT_FOUND);
  });

  test("is refused where every kind is complete", () => {
    expect(errorOf("kubectl label pod none a=b", { kinds: "all" })).toBe(NOT_FOUND);
  });

  test("may exist where the context does not say that it is complete", () => {
    expect(errorOf("kubectl delete pod none", null)).toBeNull();
  });

  test("may exist where only other kinds are complete", () => {
    expect(errorOf("kubectl delete pod none", { kinds: ["Deployment"] })).toBeNull();
  });

  test("may be made by an earlier line", () => {
    const answer = "kubectl run none --image=nginx\nkubectl delete pod none";
    expect(errorOf(answer, { kinds: "all" })).toBeNull();
  });

  test("may be looked for in vain before it is made", () => {
    const answer = "kubectl get pod none\nkubectl run none --image=nginx";
    expect(grade(answer, { kinds: "all" }, "kubectl run none --image=nginx").verdict).not.toBe(
      "wrong",
    );
  });

  test("may be looked for in vain after it is deleted", () => {
    const answer = "kubectl delete pod web\nkubectl get pod web";
    expect(errorOf(answer, { kinds: "all" })).toBeNull();
  });

  test("ends the line that && makes depend on it", () => {
    const answer = "kubectl get pod none && kubectl run none --image=nginx";
    expect(errorOf(answer, { kinds: "all" })).toBe(NOT_FOUND);
  });

  test("is said to be in the namespace where it is", () => {
    const [finding] = grade("kubectl delete pod cache", { kinds: "all" }).findings;
    expect(finding?.message).toBe("There is one of this name in the namespace shop: add -n shop.");
  });

  test("is said to be misspelt when it is", () => {
    const [finding] = grade("kubectl delete pod wbe", { kinds: "all" }).findings;
    expect(finding?.message).toBe("Did you mean web?");
  });
});

describe("an object that exists", () => {
  test("cannot be created again, whether or not the context is complete", () => {
    expect(errorOf("kubectl run web --image=nginx", null)).toBe(
      'Error from server (AlreadyExists): pods "web" already exists',
    );
  });

  test("has no other containers than those that are given", () => {
    expect(errorOf("kubectl logs web -c side", null)).toBe(
      "error: container side is not valid for pod web",
    );
  });
});

describe("a file that is not among the given ones", () => {
  test("is refused where the files are complete", () => {
    expect(errorOf("kubectl apply -f pods.yaml", { files: true })).toBe(
      'error: the path "pods.yaml" does not exist',
    );
  });

  test("may exist where they are not", () => {
    expect(errorOf("kubectl apply -f pods.yaml", null)).toBeNull();
  });

  test.each(["/etc/pod.yaml", "../pod.yaml", "~/pod.yaml", "https://example.com/pod.yaml"])(
    "may exist outside of the learner's folder: %s",
    (path) => {
      expect(errorOf(`kubectl apply -f ${path}`, { files: true })).toBeNull();
    },
  );

  test("may be written by an earlier line", () => {
    const answer =
      "kubectl run new --image=nginx --dry-run=client -o yaml > made.yaml\nkubectl apply -f made.yaml";
    expect(errorOf(answer, { files: true })).toBeNull();
  });
});
