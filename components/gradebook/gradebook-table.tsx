"use client";

import Link from "next/link";
import { useState } from "react";

import { STICKY, StudentHead } from "@/components/classes/student-head";
import { GradeExplanation } from "@/components/gradebook/grade-explanation";
import {
  cellNotes,
  cellWords,
  percentWords,
  pointWords,
  shareWords,
} from "@/components/gradebook/grade-words";
import { Dialog } from "@/components/ui/dialog";
import { TextLink } from "@/components/ui/text-link";
import type { GradingRule, Standing } from "@/lib/domain/quizzes/final-grade";
import type { GradeCell, GradeColumn, NamedCategory } from "@/lib/domain/quizzes/gradebook";

type Column = GradeColumn & { meanShare: number | null; waiting: number };

type Student = {
  userId: string;
  name: string;
  section: string | null;
  percent: number | null;
  cells: readonly GradeCell[];
};

type GradebookTableProps = {
  classId: string;
  categories: readonly NamedCategory[];
  columns: readonly Column[];
  students: readonly Student[];
  meanPercent: number | null;
  rule: GradingRule;
};

/** Students by assignments. It scrolls by itself, with the arrow keys too; names stay in sight. */
export function GradebookTable(props: GradebookTableProps) {
  const { classId, columns, students } = props;
  const [explained, setExplained] = useState<string | null>(null);
  const student = students.find(({ userId }) => userId === explained);
  return (
    <>
      <div
        tabIndex={0}
        role="region"
        aria-label="Grades"
        className="relative overflow-x-auto rounded-xl border border-line bg-surface"
      >
        <table className="min-w-full border-separate border-spacing-0 text-sm tabular-nums [&_td]:border-t [&_td]:border-line [&_td]:px-3 [&_td]:py-2 [&_th]:px-3 [&_th]:py-2">
          <caption className="sr-only">Grades of the class, students by assignments</caption>
          <Head {...props} />
          <tbody>
            {students.map((one) => (
              <StudentRow
                key={one.userId}
                classId={classId}
                student={one}
                columns={columns}
                explain={() => {
                  setExplained(one.userId);
                }}
              />
            ))}
          </tbody>
          <MeanRow {...props} />
        </table>
      </div>
      <Dialog
        open={student !== undefined}
        onClose={() => {
          setExplained(null);
        }}
        title={student ? `Grade of ${student.name}` : "Grade"}
      >
        {student ? (
          <div className="flex max-h-[70dvh] flex-col gap-4 overflow-y-auto">
            <GradeExplanation {...props} cells={student.cells} />
            <p>
              <TextLink href={`/classes/${classId}/report/${student.userId}`}>
                Report of {student.name}
              </TextLink>
            </p>
          </div>
        ) : null}
      </Dialog>
    </>
  );
}

function Head({ classId, categories, columns }: GradebookTableProps) {
  const groups = categories
    .map(({ id, name }) => ({
      id,
      name,
      span: columns.filter(({ categoryId }) => categoryId === id).length,
    }))
    .filter(({ span }) => span > 0);
  const rest = columns.filter(({ categoryId }) => categoryId === null).length;
  return (
    <thead className="text-muted">
      {groups.length === 0 ? null : (
        <tr>
          <td className={STICKY} />
          <td />
          {groups.map(({ id, name, span }) => (
            <th
              key={id}
              scope="colgroup"
              colSpan={span}
              className="border-s border-line text-start text-xs font-semibold text-ink"
            >
              {name}
            </th>
          ))}
          {rest === 0 ? null : (
            <th
              scope="colgroup"
              colSpan={rest}
              className="border-s border-line text-start text-xs font-medium"
            >
              Not counted
            </th>
          )}
        </tr>
      )}
      <tr>
        <th scope="col" className={`${STICKY} text-start font-medium`}>
          Student
        </th>
        <th scope="col" className="text-end font-medium">
          Grade
        </th>
        {columns.map((column) => (
          <ColumnHead key={column.id} classId={classId} column={column} />
        ))}
      </tr>
    </thead>
  );
}

const ColumnHead = ({ classId, column }: { classId: string; column: Column }) => (
  <th scope="col" className="text-end align-bottom font-medium">
    <Link
      href={`/classes/${classId}/assignments/${column.id}`}
      title={column.title}
      className="ms-auto line-clamp-2 max-w-28 min-w-16 wrap-anywhere text-ink underline decoration-accent-line underline-offset-3"
    >
      {column.title}
    </Link>
    <span className="block text-xs font-normal">of {pointWords(column.maxPoints)}</span>
    {column.isReleased || column.kind === "study" ? null : (
      <span className="block text-xs font-normal">not released</span>
    )}
  </th>
);

type StudentRowProps = {
  classId: string;
  student: Student;
  columns: readonly Column[];
  explain: () => void;
};

function StudentRow({ classId, student, columns, explain }: StudentRowProps) {
  const { userId, name, section, percent, cells } = student;
  return (
    <tr>
      <StudentHead
        name={name}
        section={section}
        href={`/classes/${classId}/report/${userId}`}
        className="border-t border-line"
      />
      <td className="text-end">
        <button
          type="button"
          onClick={explain}
          aria-label={`${percentWords(percent)}: how the grade of ${name} came about`}
          className="rounded-sm font-semibold whitespace-nowrap underline decoration-accent-line decoration-dotted underline-offset-3 hover:decoration-current"
        >
          {percentWords(percent)}
        </button>
      </td>
      {cells.map((cell, index) => (
        <Cell key={columns[index]?.id} cell={cell} kind={columns[index]?.kind ?? "quiz"} />
      ))}
    </tr>
  );
}

const SIGNS: Record<Standing, { text: string; tone: string }> = {
  graded: { text: "", tone: "" },
  waiting: { text: "?", tone: "text-accent" },
  open: { text: "–", tone: "text-muted" },
  overdue: { text: "late", tone: "text-partly" },
  missing: { text: "miss", tone: "text-bad" },
  excused: { text: "exc", tone: "text-muted" },
  "not-given": { text: "", tone: "text-muted" },
};

function Cell({ cell, kind }: { cell: GradeCell; kind: Column["kind"] }) {
  const { text, tone } = SIGNS[cell.standing];
  const notes = cellNotes(cell);
  const words = cellWords(cell, kind);
  const whole = notes === null ? words : `${words}, ${notes}`;
  return (
    <td className={`text-end whitespace-nowrap ${tone}`} title={whole}>
      {cell.points === null ? (
        <>
          <span aria-hidden>{text}</span>
          <span className="sr-only">{whole}</span>
        </>
      ) : (
        <>
          {pointWords(cell.points)}
          {notes === null ? null : (
            <>
              <span aria-hidden className="text-muted">
                *
              </span>
              <span className="sr-only">, {notes}</span>
            </>
          )}
        </>
      )}
    </td>
  );
}

function MeanRow({ columns, meanPercent }: GradebookTableProps) {
  return (
    <tfoot className="text-muted">
      <tr>
        <th scope="row" className={`${STICKY} border-t border-line text-start font-medium`}>
          Mean of all
        </th>
        <td className="text-end font-medium whitespace-nowrap">{percentWords(meanPercent)}</td>
        {columns.map(({ id, meanShare, waiting }) => (
          <td key={id} className="text-end whitespace-nowrap">
            {meanShare === null ? "–" : shareWords(meanShare)}
            {waiting === 0 ? null : (
              <span className="block text-xs text-accent">{waiting} to grade</span>
            )}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
