import { RowHead, ScrollTable } from "@/components/coverage/scroll-table";
import { STANCE_LABELS } from "@/components/coverage/stance-names";
import { Badge, type Tone } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import type { ErratumCoverage } from "@/lib/domain/questions/coverage";
import type { Stance } from "@/lib/domain/questions/study-notes";

const HEAD = [
  { name: "Statement" },
  { name: "Note" },
  { name: "Severity" },
  { name: "Stance" },
  { name: "Questions that put it right" },
];

const TONES: Record<Stance, Tone> = {
  taught: "good",
  "version-bound": "accent",
  avoided: "neutral",
};

type ErrataTableProps = {
  errata: readonly ErratumCoverage[];
  /** Titles by id. */
  notes: ReadonlyMap<string, string>;
};

export function ErrataTable({ errata, notes }: ErrataTableProps) {
  return (
    <ScrollTable caption="Wrong statements of the notes" head={HEAD}>
      <tbody>
        {errata.map((erratum) => (
          <tr key={erratum.id} className="align-top">
            <RowHead>
              <span className="font-mono">{erratum.id}</span>
            </RowHead>
            <td>{notes.get(erratum.note) ?? erratum.note}</td>
            <td>{erratum.severity}</td>
            <td>
              <Badge tone={TONES[erratum.stance]}>{STANCE_LABELS[erratum.stance]}</Badge>
            </td>
            <td className="min-w-72">
              <WhatIsDone erratum={erratum} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}

function WhatIsDone({ erratum }: { erratum: ErratumCoverage }) {
  const { stance, because, questions } = erratum;
  return (
    <>
      {because ? <p className="mb-1 text-muted">{because}</p> : null}
      {stance === "taught" && questions.length === 0 ? (
        <Badge tone="bad">No question teaches it</Badge>
      ) : null}
      {questions.length > 0 ? (
        <details>
          <summary className="min-h-6 cursor-pointer">
            {questions.length === 1 ? "1 question" : `${questions.length} questions`}
          </summary>
          <ul className="flex flex-col gap-2 py-2 font-mono text-xs">
            {questions.map((id) => (
              <li key={id}>
                <TextLink href={`/banks/${id}`}>{id}</TextLink>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
