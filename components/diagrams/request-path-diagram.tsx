import { Arrow, Box, DiagramFrame, type DiagramProps } from "./diagram-parts";

const STAGES = [
  { part: "authentication", label: "Authentication", note: "who is it?" },
  { part: "authorization", label: "Authorization", note: "may they do it?" },
  { part: "mutating-admission", label: "Mutating admission", note: "changes the object" },
  { part: "validation", label: "Schema validation", note: "is it well formed?" },
  { part: "validating-admission", label: "Validating admission", note: "accepts or refuses" },
] as const;

const STEP = 50;

/** What a write passes in the API server before it is stored, from top to bottom. */
export function RequestPathDiagram({ alt, hidden }: DiagramProps) {
  return (
    <DiagramFrame alt={alt} width={360} height={354}>
      <Box x={110} y={4} width={140} height={30} label="POST, PUT, PATCH" />
      {STAGES.map(({ part, label, note }, index) => {
        const y = 54 + index * STEP;
        return (
          <g key={part}>
            <Arrow points={`180,${y - 19} 180,${y - 2}`} />
            <Box
              x={90}
              y={y}
              width={180}
              height={32}
              label={label}
              note={note}
              part={part}
              hidden={hidden}
              tone="accent"
            />
            <Arrow points={`270,${y + 16} 312,${y + 16}`} dashed />
          </g>
        );
      })}
      <text x={317} y={132} className="fill-bad text-[10px] font-medium">
        refused
      </text>
      <Arrow points="180,288 180,312" />
      <Box
        x={120}
        y={314}
        width={120}
        height={34}
        label="etcd"
        note="stored"
        part="etcd"
        hidden={hidden}
        tone="good"
      />
    </DiagramFrame>
  );
}
