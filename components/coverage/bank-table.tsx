import { Figure, RowHead, ScrollTable } from "@/components/coverage/scroll-table";
import { KIND_LABELS } from "@/components/questions/kind-names";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import type { BankCoverage, Coverage } from "@/lib/domain/questions/coverage";

const KINDS = Object.entries(KIND_LABELS);

const HEAD = [
  { name: "Bank" },
  { name: "Questions", figures: true },
  { name: "Worth of the notes", figures: true },
  ...KINDS.map(([, label]) => ({ name: label, figures: true })),
];

export function BankTable({ banks, kinds, total }: Pick<Coverage, "banks" | "kinds" | "total">) {
  return (
    <ScrollTable caption="Questions by bank and kind" head={HEAD}>
      <tbody>
        {banks.map((bank) => (
          <BankRow key={bank.id} bank={bank} />
        ))}
      </tbody>
      <tfoot className="font-semibold">
        <tr>
          <RowHead>All banks</RowHead>
          <Figure>{total}</Figure>
          <Figure>{banks.reduce((sum, { worth }) => sum + worth, 0)}</Figure>
          {KINDS.map(([kind]) => (
            <Figure key={kind}>{kinds[kind] ?? 0}</Figure>
          ))}
        </tr>
      </tfoot>
    </ScrollTable>
  );
}

function BankRow({ bank: { id, title, questions, worth, kinds } }: { bank: BankCoverage }) {
  const missing = Math.max(worth - questions, questions === 0 ? 1 : 0);
  return (
    <tr>
      <RowHead>
        <TextLink href={`/banks/${id}`}>{title}</TextLink>
      </RowHead>
      <Figure>
        {questions} {missing > 0 ? <Badge tone="bad">{missing} missing</Badge> : null}
      </Figure>
      <Figure>{worth === 0 ? <Beyond /> : worth}</Figure>
      {KINDS.map(([kind]) => (
        <Figure key={kind}>{kinds[kind] ?? 0}</Figure>
      ))}
    </tr>
  );
}

const Beyond = () => <span className="text-muted">beyond them</span>;
