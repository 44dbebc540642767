import { Users } from "lucide-react";
import Link from "next/link";

import { STICKY, StudentHead } from "@/components/classes/student-head";
import { ClassTime } from "@/components/quizzes/assignments/class-time";
import { RESULT_STATE_TONES, RESULT_STATE_WORDS } from "@/components/quizzes/results/result-words";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import type { ResultState } from "@/lib/domain/quizzes/results-query";

export type MatrixStudent = {
  userId: string;
  name: string;
  section: string | null;
  state: ResultState;
  attempts: number;
  latePercent: number;
  isByHand: boolean;
  total: number | null;
  maxPoints: number | null;
  minutes: number | null;
  submittedAt: string | null;
  /** Of the attempt that the cells are of; null without any that was handed in. */
  attemptNumber: number | null;
  wasTimeUp: boolean;
  /** `position`: of the question in that attempt. */
  cells: readonly ({ position: number; points: number | null; most: number } | null)[];
};

type ResultMatrixProps = {
  /** Of the assignment: its students are below it. */
  path: string;
  timeZone: string;
  shown: "last" | "best" | "first";
  questions: readonly { id: string; prompt: string }[];
  students: readonly MatrixStudent[];
};

/** Students by questions. It scrolls by itself, with the arrow keys too; names stay in sight. */
export function ResultMatrix({ path, timeZone, shown, questions, students }: ResultMatrixProps) {
  if (students.length === 0) {
    return (
      <EmptyState icon={Users} title="No students">
        Nobody it is given to is like that. Students let in on the first page of the class appear
        here.
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
        not asked, a question mark one that is not marked yet. Select points to see the answer.
      </p>
      <div
        tabIndex={0}
        role="region"
        aria-labelledby="matrix"
        className="relative overflow-x-auto rounded-xl border border-line bg-surface"
      >
        <table className="min-w-full text-sm tabular-nums [&_td]:px-3 [&_td]:py-2 [&_th]:px-3 [&_th]:py-2 [&_tr+tr]:border-t [&_tr+tr]:border-line">
          <MatrixHead questions={questions} />
          <tbody>
            {students.map((student) => (
              <StudentRow
                key={student.userId}
                student={student}
                questions={questions}
                timeZone={timeZone}
                href={`${path}/students/${student.userId}`}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const MatrixHead = ({ questions }: Pick<ResultMatrixProps, "questions">) => (
  <thead className="border-b border-line text-muted">
    <tr>
      <th scope="col" className={`${STICKY} text-start font-medium`}>
        Student
      </th>
      <th scope="col" className="text-start font-medium">
        State
      </th>
      {["Total", "Late", "Attempts", "Minutes"].map((name) => (
        <th key={name} scope="col" className="text-end font-medium">
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
);

type StudentRowProps = {
  student: MatrixStudent;
  questions: ResultMatrixProps["questions"];
  timeZone: string;
  href: string;
};

function StudentRow({ student, questions, timeZone, href }: StudentRowProps) {
  const { name, section, state, total, maxPoints, latePercent, attempts, minutes } = student;
  return (
    <tr>
      <StudentHead name={name} section={section} href={href} />
      <td className="whitespace-nowrap">
        <Badge tone={RESULT_STATE_TONES[state]}>{RESULT_STATE_WORDS[state]}</Badge>
        {student.submittedAt === null ? null : (
          <span className="block text-xs text-muted">
            <ClassTime at={student.submittedAt} timeZone={timeZone} />
            {student.wasTimeUp ? ", time was up" : ""}
          </span>
        )}
      </td>
      <td className="text-end whitespace-nowrap">
        {total ?? "–"}
        {maxPoints === null ? "" : ` of ${maxPoints}`}
        {student.isByHand ? <span className="block text-xs text-muted">by hand</span> : null}
      </td>
      <td className="text-end whitespace-nowrap">{latePercent === 0 ? "" : `−${latePercent} %`}</td>
      <td className="text-end">{attempts}</td>
      <td className="text-end">{minutes ?? ""}</td>
      {student.cells.map((cell, index) => (
        <td key={questions[index]?.id ?? index} className={`text-end ${toneOf(cell)}`}>
          {cell === null ? (
            "–"
          ) : (
            <Link
              href={`${href}?attempt=${student.attemptNumber ?? ""}#question-${cell.position + 1}`}
              aria-label={`${pointWords(cell)}: answer of ${name} to question ${index + 1}`}
              className="inline-block min-w-6 underline decoration-current/30 underline-offset-3 hover:decoration-current"
            >
              {cell.points ?? "?"}
            </Link>
          )}
        </td>
      ))}
    </tr>
  );
}

const pointWords = ({ points, most }: { points: number | null; most: number }): string =>
  points === null ? "Not marked yet" : `${points} of ${most}`;

function toneOf(cell: MatrixStudent["cells"][number]): string {
  const { points = null, most = 0 } = cell ?? {};
  if (points === null) return "text-muted";
  if (points >= most) return "text-good";
  return points <= 0 ? "text-bad" : "text-partly";
}
