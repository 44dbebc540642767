import { Arrow, Box, DiagramFrame, Group, type DiagramProps } from "./diagram-parts";

/** The API server in the middle; everybody else talks to it and to nobody else. */
export function ControlPlaneDiagram({ alt, hidden }: DiagramProps) {
  return (
    <DiagramFrame alt={alt} width={380} height={322}>
      <Group x={4} y={4} width={372} height={150} label="Control plane" />
      <Box x={16} y={26} width={110} label="kube-scheduler" part="scheduler" hidden={hidden} />
      <Box
        x={135}
        y={26}
        width={110}
        label="controller manager"
        part="controller-manager"
        hidden={hidden}
      />
      <Box
        x={254}
        y={26}
        width={110}
        label="cloud controllers"
        note="only with a cloud"
        part="cloud-controller-manager"
        hidden={hidden}
      />
      <Box
        x={90}
        y={102}
        width={120}
        height={40}
        label="kube-apiserver"
        tone="accent"
        part="api-server"
        hidden={hidden}
      />
      <Box x={266} y={102} width={84} height={40} label="etcd" part="etcd" hidden={hidden} />
      <Arrow points="71,60 71,80 120,80 120,100" />
      <Arrow points="190,60 165,100" />
      <Arrow points="309,60 309,80 190,80 190,100" />
      <Arrow points="212,122 264,122" both />

      <Group x={4} y={186} width={372} height={132} label="Each node" />
      <Box x={16} y={210} width={104} label="kubelet" part="kubelet" hidden={hidden} />
      <Box x={138} y={210} width={104} label="kube-proxy" part="kube-proxy" hidden={hidden} />
      <Box x={16} y={272} width={104} label="container runtime" part="runtime" hidden={hidden} />
      <Box x={138} y={272} width={104} label="packet filter" note="in the kernel" />
      <Box x={266} y={272} width={98} label="containers" />
      <Arrow points="68,208 68,170 130,170 130,144" label="watch, report" labelAt={[60, 181]} />
      <Arrow points="190,208 190,170 170,170 170,144" label="watch" labelAt={[210, 181]} />
      <Arrow points="68,246 68,270" label="CRI" labelAt={[82, 261]} />
      <Arrow points="190,246 190,270" label="rules" labelAt={[208, 261]} />
      <Arrow points="120,300 132,312 254,312 264,300" label="start, stop" labelAt={[254, 264]} />
    </DiagramFrame>
  );
}
