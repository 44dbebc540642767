import { Arrow, Box, DiagramFrame, type DiagramProps } from "./diagram-parts";

/** The phases of a Pod and what moves it from one to the next. */
export function PodPhasesDiagram({ alt, hidden }: DiagramProps) {
  return (
    <DiagramFrame alt={alt} width={380} height={250}>
      <Arrow points="190,4 190,20" />
      <Box
        x={130}
        y={22}
        width={120}
        label="Pending"
        note="scheduling, pulling images"
        tone="partly"
        part="pending"
        hidden={hidden}
      />
      <Arrow points="190,58 190,100" label="bound, first container starts" labelAt={[262, 82]} />
      <Box
        x={130}
        y={102}
        width={120}
        label="Running"
        note="restarts happen here"
        tone="accent"
        part="running"
        hidden={hidden}
      />
      <Arrow points="150,138 90,186" label="all exit with 0" labelAt={[72, 158]} />
      <Arrow points="230,138 290,186" label="all ended, one failed" labelAt={[318, 158]} />
      <Ends hidden={hidden} />
      <Arrow points="128,119 96,119" dashed />
      <Box
        x={4}
        y={102}
        width={90}
        label="Unknown"
        note="node is silent"
        part="unknown"
        hidden={hidden}
      />
      <text x={190} y={244} textAnchor="middle" className="fill-muted text-[10px]">
        with restartPolicy Always a Pod never ends by itself
      </text>
    </DiagramFrame>
  );
}

/** The two phases that a Pod never leaves. */
function Ends({ hidden }: { hidden: DiagramProps["hidden"] | undefined }) {
  return (
    <>
      <Box
        x={24}
        y={188}
        width={120}
        label="Succeeded"
        note="stays so"
        tone="good"
        part="succeeded"
        hidden={hidden}
      />
      <Box
        x={236}
        y={188}
        width={120}
        label="Failed"
        note="stays so"
        tone="bad"
        part="failed"
        hidden={hidden}
      />
    </>
  );
}
