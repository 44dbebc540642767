import { expect, test } from "vitest";

import { differingObjects, effectsOf } from "@/lib/domain/kubectl/explain/beside-model";

test("another spelling is said to do the same", () => {
  expect(effectsOf("kubectl scale deploy/web --replicas 3", {})).toEqual([
    "Changes Deployment web in namespace default.",
  ]);
});

test("the object of a wrong answer is shown beside the wanted one", () => {
  const pair = differingObjects(
    "kubectl create deployment web --image=nginx --replicas=3",
    "kubectl create deployment web --image=nginx --replicas=2",
    {},
  );
  expect(pair?.model).toContain("replicas: 3");
  expect(pair?.yours).toContain("replicas: 2");
});

test("lines that make no object have none to compare", () => {
  expect(differingObjects("kubectl get pods", "kubectl get nodes", {})).toBeNull();
});
