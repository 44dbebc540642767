import { Figure, RowHead, ScrollTable } from "@/components/coverage/scroll-table";
import { ShareBar } from "@/components/coverage/share-bar";
import { Badge } from "@/components/ui/badge";
import {
  POINTS_APART,
  pointsOff,
  type DomainCoverage,
  type ExamCoverage,
} from "@/lib/domain/questions/coverage";

const HEAD = [
  { name: "Domain and competency" },
  { name: "Questions", figures: true },
  { name: "Share", figures: true },
  { name: "Weight", figures: true },
  { name: "Share as a bar, weight as a mark" },
  { name: "How it stands" },
];

export function ExamTable({ exam }: { exam: ExamCoverage }) {
  return (
    <ScrollTable
      caption={`${exam.id.toUpperCase()}: questions by domain and competency`}
      head={HEAD}
    >
      {exam.domains.map((domain) => (
        <tbody key={domain.id}>
          <DomainRow domain={domain} />
          {domain.competencies.map(({ id, title, questions }) => (
            <tr key={id}>
              <RowHead>
                <span className="block ps-3 text-muted">{title}</span>
              </RowHead>
              <Figure>{questions}</Figure>
              <td />
              <td />
              <td />
              <td>{questions === 0 ? <Badge tone="bad">No question</Badge> : null}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </ScrollTable>
  );
}

function DomainRow({ domain }: { domain: DomainCoverage }) {
  const { title, questions, share, weight } = domain;
  const off = pointsOff(domain);
  const isOff = Math.abs(off) > POINTS_APART;
  return (
    <tr className="font-semibold">
      <RowHead>
        <span className="font-semibold">{title}</span>
      </RowHead>
      <Figure>{questions}</Figure>
      <Figure>{share.toFixed(1)} %</Figure>
      <Figure>{weight} %</Figure>
      <td>
        <ShareBar share={share} weight={weight} off={isOff} />
      </td>
      <td className="min-w-44 font-normal">
        <Badge tone={isOff ? "bad" : "good"}>{standing(off)}</Badge>
      </td>
    </tr>
  );
}

function standing(off: number): string {
  const points = `${Math.abs(off).toFixed(1)} points`;
  if (Math.abs(off) > POINTS_APART) return `${points} too ${off < 0 ? "few" : "many"}`;
  return off === 0 ? "as the exam" : `${points} ${off < 0 ? "below" : "above"}: fine`;
}
