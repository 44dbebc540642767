import { Arrow, Box, DiagramFrame, type DiagramProps } from "./diagram-parts";

/** A Deployment owns ReplicaSets, one per Pod template; a ReplicaSet owns its Pods. */
export function DeploymentChainDiagram({ alt, hidden }: DiagramProps) {
  return (
    <DiagramFrame alt={alt} width={380} height={220}>
      <Box
        x={125}
        y={4}
        width={130}
        label="Deployment"
        note="replicas: 3"
        tone="accent"
        part="deployment"
        hidden={hidden}
      />
      <Arrow points="160,40 90,76" label="old template" labelAt={[92, 58]} />
      <Arrow points="220,40 290,76" label="new template" labelAt={[292, 58]} />
      <Box
        x={24}
        y={78}
        width={130}
        label="ReplicaSet"
        note="0 of 0 Pods"
        part="old-replica-set"
        hidden={hidden}
      />
      <Box
        x={226}
        y={78}
        width={130}
        label="ReplicaSet"
        note="3 of 3 Pods"
        tone="accent"
        part="new-replica-set"
        hidden={hidden}
      />
      <text x={89} y={140} textAnchor="middle" className="fill-muted text-[10px]">
        kept for a rollback
      </text>
      <Arrow points="262,114 220,148" />
      <Arrow points="291,114 291,148" />
      <Arrow points="320,114 350,148" />
      <Box
        x={188}
        y={150}
        width={58}
        height={30}
        label="Pod"
        tone="good"
        part="pod"
        hidden={hidden}
      />
      <Box x={254} y={150} width={58} height={30} label="Pod" tone="good" />
      <Box x={320} y={150} width={56} height={30} label="Pod" tone="good" />
      <text x={282} y={204} textAnchor="middle" className="fill-muted text-[10px]">
        each has a label pod-template-hash
      </text>
    </DiagramFrame>
  );
}
