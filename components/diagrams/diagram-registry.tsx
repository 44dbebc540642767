import type { ComponentType } from "react";

import { ControlPlaneDiagram } from "./control-plane-diagram";
import { DeploymentChainDiagram } from "./deployment-chain-diagram";
import type { DiagramProps } from "./diagram-parts";
import { EtcdQuorumDiagram } from "./etcd-quorum-diagram";
import { PodPhasesDiagram } from "./pod-phases-diagram";
import { RequestPathDiagram } from "./request-path-diagram";
import { ServiceToPodDiagram } from "./service-to-pod-diagram";

/** The pictures a question may show, by the name its file uses. */
export const DIAGRAMS: Readonly<Record<string, ComponentType<DiagramProps>>> = {
  "control-plane": ControlPlaneDiagram,
  "request-path": RequestPathDiagram,
  "service-to-pod": ServiceToPodDiagram,
  "deployment-chain": DeploymentChainDiagram,
  "etcd-quorum": EtcdQuorumDiagram,
  "pod-phases": PodPhasesDiagram,
};
