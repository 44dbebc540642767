import { STICKY, StudentHead } from "@/components/classes/student-head";
import { shareWords } from "@/components/gradebook/grade-words";

type Cell = { share: number | null; answers: number; recall: number | null };
type Domain = { id: string; exam: string; title: string };

type DomainHeatmapProps = {
  classId: string;
  domains: readonly Domain[];
  whole: readonly Cell[];
  rows: readonly {
    userId: string;
    name: string;
    section: string | null;
    cells: readonly Cell[];
  }[];
};

/** Students by domains, coloured by their share of the points. A table, figures and all, to whoever sees no colours. */
export function DomainHeatmap({ classId, domains, whole, rows }: DomainHeatmapProps) {
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label="Students by domains"
      className="relative overflow-x-auto rounded-xl border border-line bg-surface"
    >
      <table className="min-w-full border-separate border-spacing-px text-sm tabular-nums [&_td]:px-2.5 [&_td]:py-1.5 [&_th]:px-2.5 [&_th]:py-1.5">
        <caption className="sr-only">
          Share of the points in quizzes by domain of the curriculum, and expected recall where
          study is shared
        </caption>
        <Head domains={domains} />
        <tbody>
          <tr>
            <th scope="row" className={`${STICKY} text-start font-semibold`}>
              Whole class
            </th>
            {whole.map((cell, index) => (
              <HeatCell key={domains[index]?.id} cell={cell} />
            ))}
          </tr>
          {rows.map(({ userId, name, section, cells }) => (
            <tr key={userId}>
              <StudentHead
                name={name}
                section={section}
                href={`/classes/${classId}/report/${userId}`}
              />
              {cells.map((cell, index) => (
                <HeatCell key={domains[index]?.id} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Head = ({ domains }: Pick<DomainHeatmapProps, "domains">) => (
  <thead className="text-muted">
    <tr>
      <td className={STICKY} />
      {examsOf(domains).map(({ exam, span }) => (
        <th key={exam} scope="colgroup" colSpan={span} className="text-start font-semibold">
          {exam}
        </th>
      ))}
    </tr>
    <tr>
      <th scope="col" className={`${STICKY} text-start font-medium`}>
        Student
      </th>
      {domains.map(({ id, title }) => (
        <th key={id} scope="col" className="min-w-24 text-start align-bottom text-xs font-medium">
          {title}
        </th>
      ))}
    </tr>
  </thead>
);

const examsOf = (domains: readonly Domain[]): { exam: string; span: number }[] =>
  [...new Set(domains.map(({ exam }) => exam))].map((exam) => ({
    exam,
    span: domains.filter((domain) => domain.exam === exam).length,
  }));

function HeatCell({ cell: { share, answers, recall } }: { cell: Cell }) {
  return (
    <td className={`rounded-xs ${toneOf(share)}`}>
      <span className="block font-medium">{share === null ? "–" : shareWords(share)}</span>
      <span className="block text-xs whitespace-nowrap">
        {answers === 0 ? "" : answers === 1 ? "1 answer" : `${answers} answers`}
      </span>
      {recall === null ? null : (
        <span className="block text-xs whitespace-nowrap">recall {shareWords(recall)}</span>
      )}
    </td>
  );
}

const LOW = 0.5;
const HIGH = 0.75;

function toneOf(share: number | null): string {
  if (share === null) return "bg-sunken text-muted";
  if (share < LOW) return "bg-bad-soft text-ink";
  return share < HIGH ? "bg-partly-soft text-ink" : "bg-good-soft text-ink";
}
