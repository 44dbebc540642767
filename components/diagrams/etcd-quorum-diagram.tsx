import { Box, DiagramFrame, Group, type DiagramProps } from "./diagram-parts";

const MEMBERS = ["a", "b", "c", "d", "e"] as const;
const LOST: readonly string[] = ["d", "e"];

/** Five members, two lost: the three that are left are a majority and go on writing. */
export function EtcdQuorumDiagram({ alt, hidden }: DiagramProps) {
  return (
    <DiagramFrame alt={alt} width={380} height={140}>
      <Group x={4} y={4} width={226} height={96} label="majority: writes go on" />
      {MEMBERS.map((member, index) => (
        <Box
          key={member}
          x={14 + index * 73}
          y={34}
          width={62}
          height={48}
          label={`etcd ${member}`}
          note={noteOf(member)}
          tone={LOST.includes(member) ? "bad" : member === "a" ? "accent" : "good"}
          part={member}
          hidden={hidden}
        />
      ))}
      <text x={190} y={126} textAnchor="middle" className="fill-muted text-[11px]">
        5 members · majority 3 · 2 may be lost
      </text>
    </DiagramFrame>
  );
}

function noteOf(member: string): string {
  if (LOST.includes(member)) return "lost";
  return member === "a" ? "leader" : "follower";
}
