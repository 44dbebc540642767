import { Arrow, Box, DiagramFrame, Group, type DiagramProps } from "./diagram-parts";

/** Each way to reach a Service contains the one before it; ready Pods stand behind all of them. */
export function ServiceToPodDiagram({ alt, hidden }: DiagramProps) {
  return (
    <DiagramFrame alt={alt} width={380} height={300}>
      <Box x={130} y={4} width={120} height={30} label="client outside" />
      <Arrow points="190,36 190,54" />
      <Box
        x={100}
        y={56}
        width={180}
        label="load balancer"
        note="type LoadBalancer"
        part="load-balancer"
        hidden={hidden}
      />
      <Arrow points="190,92 190,110" label="nodePort" labelAt={[216, 104]} />
      <Box
        x={100}
        y={112}
        width={180}
        label="port on every node"
        note="type NodePort"
        part="node-port"
        hidden={hidden}
      />
      <Arrow points="190,148 190,166" label="port" labelAt={[206, 160]} />
      <Box
        x={100}
        y={168}
        width={180}
        label="virtual IP of the Service"
        note="type ClusterIP"
        tone="accent"
        part="cluster-ip"
        hidden={hidden}
      />
      <Box x={4} y={172} width={74} height={28} label="Pod inside" />
      <Arrow points="78,186 98,186" />
      <Group x={60} y={232} width={260} height={64} label="ready endpoints" />
      <Arrow points="150,204 126,250" />
      <Arrow points="190,204 190,250" label="targetPort" labelAt={[222, 228]} />
      <Arrow points="230,204 254,250" />
      <Box x={92} y={252} width={62} height={34} label="Pod" tone="good" />
      <Box x={159} y={252} width={62} height={34} label="Pod" tone="good" />
      <Box x={226} y={252} width={62} height={34} label="Pod" tone="good" />
    </DiagramFrame>
  );
}
