import type { ComponentType } from "react";

import { ControlPlaneDiagram } from "./control-plane-diagram";
import { DeploymentChainDiagram } from "./deployment-chain-diagram";
import type { DiagramProps, HiddenParts } from "./diagram-parts";
import { EtcdQuorumDiagram } from "./etcd-quorum-diagram";
import { PodPhasesDiagram } from "./pod-phases-diagram";
import { RequestPathDiagram } from "./request-path-diagram";
import { ServiceToPodDiagram } from "./service-to-pod-diagram";

type Drawing = {
  Diagram: ComponentType<DiagramProps>;
  /** The parts that a question may ask for; questions name them by their number, from 1. */
  parts: readonly string[];
};

const DRAWINGS: Readonly<Record<string, Drawing>> = {
  "control-plane": {
    Diagram: ControlPlaneDiagram,
    parts: [
      "scheduler",
      "controller-manager",
      "cloud-controller-manager",
      "api-server",
      "etcd",
      "kubelet",
      "kube-proxy",
      "runtime",
    ],
  },
  "request-path": {
    Diagram: RequestPathDiagram,
    parts: [
      "authentication",
      "authorization",
      "mutating-admission",
      "validation",
      "validating-admission",
      "etcd",
    ],
  },
  "service-to-pod": {
    Diagram: ServiceToPodDiagram,
    parts: ["load-balancer", "node-port", "cluster-ip"],
  },
  "deployment-chain": {
    Diagram: DeploymentChainDiagram,
    parts: ["deployment", "old-replica-set", "new-replica-set", "pod"],
  },
  "etcd-quorum": { Diagram: EtcdQuorumDiagram, parts: ["a", "b", "c", "d", "e"] },
  "pod-phases": {
    Diagram: PodPhasesDiagram,
    parts: ["pending", "running", "succeeded", "failed", "unknown"],
  },
};

/** What exhibits may name. */
export const DRAWING_NAMES: readonly string[] = Object.keys(DRAWINGS);

/** The drawing that an exhibit names, with the numbers that stand for its hidden parts. */
export function findDrawing(
  name: string,
  asked: readonly number[],
): { Diagram: Drawing["Diagram"]; hidden: HiddenParts } | null {
  const drawing = DRAWINGS[name];
  if (!drawing) return null;
  const hidden = asked.flatMap((number, index) => {
    const part = drawing.parts[number - 1];
    return part === undefined ? [] : [[part, index + 1] as const];
  });
  return { Diagram: drawing.Diagram, hidden: Object.fromEntries(hidden) };
}
