import { Users } from "lucide-react";

import { ClassTime } from "@/components/quizzes/assignments/class-time";
import { Badge, type Tone } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";

type State = "not-started" | "working" | "handed-in" | "ended" | "excused";

export type MatrixStudent = {
  userId: string;
  name: string;
  section: string | null;
  state: State;
  attempts: number;
  latePercent: number;
  total: number | null;
  maxPoints: number | null;
  minutes: number | null;
  submittedAt: string | null;
  cells: readonly ({ points: number | null; most: number } | null)[];
};

type ResultMatrixProps = {
  timeZone: string;
  shown: "last" | "best" | "first";
  questions: readonly { id: string; prompt: string }[];
  students: readonly MatrixStudent[];
};

const STATES: Record<State, { word: string; tone: Tone }> = {
  "not-started": { word: "Not begun", tone: "neutral" },
  working: { word: "Working", tone: "accent" },
  "handed-in": { word: "Handed in", tone: "good" },
  ended: { word: "Time was up", tone: "partly" },
  excused: { word: "Excused", tone: "neutral" },
};

const STICKY = "sticky start-0 z-10 bg-surface";

/** Students by questions. It scrolls by itself, with the arrow keys too; names stay in sight. */
export function ResultMatrix({ timeZone, shown, questions, students }: ResultMatrixProps) {
  if (students.length === 0) {
    return (
      <EmptyState icon={Users} title="Nobody is in the class yet">
        Let students in on the settings page of the class: their results appear here.
      </EmptyState>
    );
  }
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <h3 id="matrix" className="text-lg font-semibold">
        Students and questions
      </h3>
      <p className="text-sm text-muted">
        Points of each question; of several attempts, the {shown} one. A dash is a question that was
        not asked, a question mark one that is not marked yet.
      </p>
      <div
        tabIndex={0}
        role="region"
        aria-labelledby="matrix"
        className="overflow-x-auto rounded-xl border border-line bg-surface"
      >
        <table className="min-w-full text-sm tabular-nums [&_td]:px-3 [&_td]:py-2 [&_th]:px-3 [&_th]:py-2 [&_tr+tr]:border-t [&_tr+tr]:border-line">
          <thead className="border-b border-line text-muted">
            <tr>
              <th scope="col" className={`${STICKY} text-start font-medium`}>
                Student
              </th>
              {["State", "Total", "Late", "Attempts", "Minutes"].map((name) => (
                <th key={name} scope="col" className="text-start font-medium">
                  {name}
                </th>
              ))}
              {questions.map(({ id, prompt }, index) => (
                <th key={id} scope="col" title={prompt} className="text-end font-medium">
                  <abbr title={prompt} className="no-underline">
                    Q{index + 1}
                  </abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {students.map((student) => (
              <StudentRow key={student.userId} student={student} timeZone={timeZone} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function StudentRow({ student, timeZone }: { student: MatrixStudent; timeZone: string }) {
  const { name, section, state, total, maxPoints, latePercent, attempts, minutes } = student;
  const { word, tone } = STATES[state];
  return (
    <tr>
      <th scope="row" className={`${STICKY} max-w-40 text-start font-medium`}>
        <span className="block truncate">{name}</span>
        {section === null ? null : (
          <span className="block truncate text-xs font-normal text-muted">{section}</span>
        )}
      </th>
      <td className="whitespace-nowrap">
        <Badge tone={tone}>{word}</Badge>
        {student.submittedAt === null ? null : (
          <span className="block text-xs text-muted">
            <ClassTime at={student.submittedAt} timeZone={timeZone} />
          </span>
        )}
      </td>
      <td className="whitespace-nowrap">
        {total ?? "–"}
        {maxPoints === null ? "" : ` of ${maxPoints}`}
      </td>
      <td>{latePercent === 0 ? "" : `−${latePercent} %`}</td>
      <td>{attempts}</td>
      <td>{minutes ?? ""}</td>
      {student.cells.map((cell, index) => (
        <td key={index} className={`text-end ${toneOf(cell)}`}>
          {cell === null ? "–" : (cell.points ?? "?")}
        </td>
      ))}
    </tr>
  );
}

function toneOf(cell: MatrixStudent["cells"][number]): string {
  const { points = null, most = 0 } = cell ?? {};
  if (points === null) return "text-muted";
  if (points >= most) return "text-good";
  return points <= 0 ? "text-bad" : "text-partly";
}
