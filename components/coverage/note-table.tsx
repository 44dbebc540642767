import { Figure, GroupHead, RowHead, ScrollTable } from "@/components/coverage/scroll-table";
import { Badge } from "@/components/ui/badge";
import type { NoteCoverage } from "@/lib/domain/questions/coverage";

const HEAD = [
  { name: "Section" },
  { name: "Worth", figures: true },
  { name: "Cited by", figures: true },
  { name: "How it stands" },
];

export function NoteTable({ notes }: { notes: readonly NoteCoverage[] }) {
  return (
    <ScrollTable caption="Questions by section of the notes" head={HEAD}>
      {notes.map(({ id, title, sections }) => (
        <tbody key={id}>
          <GroupHead columns={HEAD.length}>
            {title} <span className="font-mono font-normal text-muted">{id}</span>
          </GroupHead>
          {sections.map((section) => (
            <tr key={section.title}>
              <RowHead>{section.title}</RowHead>
              <Figure>{section.worth}</Figure>
              <Figure>{section.questions}</Figure>
              <td className="min-w-32">
                <Standing {...section} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </ScrollTable>
  );
}

function Standing({ worth, questions }: { worth: number; questions: number }) {
  if (worth === 0) return <span className="text-muted">Nothing to ask</span>;
  if (questions === 0) return <Badge tone="bad">No question</Badge>;
  if (questions < worth) return <Badge tone="partly">{worth - questions} asked elsewhere</Badge>;
  return <Badge tone="good">Asked</Badge>;
}
