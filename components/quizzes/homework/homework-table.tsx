"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useState } from "react";

import { STICKY, StudentHead } from "@/components/classes/student-head";
import { DayStrip } from "@/components/quizzes/homework/day-strip";
import { HomeworkBadge } from "@/components/quizzes/homework/homework-badge";
import { HOMEWORK_STATES, type HomeworkState } from "@/lib/domain/quizzes/homework-plan";

export type HomeworkStudentRow = {
  userId: string;
  name: string;
  section: string | null;
  state: HomeworkState;
  reached: string;
  share: number;
  today: number;
  days: readonly { date: string; answers: number }[];
  points: number;
  excused: boolean;
};

type Column = "name" | "state" | "share" | "today" | "points";
type Order = { by: Column; down: boolean };

type HomeworkTableProps = {
  kind: "reviews" | "readiness";
  perDay: number;
  mostPoints: number;
  rows: readonly HomeworkStudentRow[];
};

/** Every student's progress, in the order of whichever column one asks for. */
export function HomeworkTable({ kind, perDay, mostPoints, rows }: HomeworkTableProps) {
  const [order, setOrder] = useState<Order>({ by: "name", down: false });
  const sorted = [...rows].sort((a, b) => compare(a, b, order.by) * (order.down ? -1 : 1));
  const head = { order, onOrder: setOrder };
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label="Progress of each student"
      className="relative overflow-x-auto rounded-xl border border-line bg-surface"
    >
      <table className="w-full text-sm [&_td]:px-3 [&_td]:py-2 [&_th]:px-3 [&_th]:py-2 [&_tr+tr]:border-t [&_tr+tr]:border-line">
        <thead className="border-b border-line text-muted">
          <tr>
            <Head column="name" {...head}>
              Student
            </Head>
            <Head column="state" {...head}>
              State
            </Head>
            <Head column="share" {...head}>
              Reached
            </Head>
            {kind === "reviews" ? (
              <>
                <Head column="today" {...head}>
                  Today
                </Head>
                <th scope="col" className="text-start font-medium">
                  Days
                </th>
              </>
            ) : null}
            <Head column="points" {...head}>
              Credit of {mostPoints}
            </Head>
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <Row key={row.userId} row={row} kind={kind} perDay={perDay} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type HeadProps = {
  column: Column;
  order: Order;
  onOrder: (next: Order) => void;
  children: React.ReactNode;
};

function Head({ column, order, onOrder, children }: HeadProps) {
  const isChosen = order.by === column;
  const Arrow = order.down ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      className={`text-start font-medium whitespace-nowrap ${column === "name" ? STICKY : ""}`}
      {...(isChosen ? { "aria-sort": order.down ? "descending" : "ascending" } : {})}
    >
      <button
        type="button"
        className="inline-flex cursor-pointer items-center gap-1 hover:text-ink"
        onClick={() => {
          onOrder({ by: column, down: isChosen ? !order.down : false });
        }}
      >
        {children}
        {isChosen ? <Arrow aria-hidden className="size-3.5" /> : null}
      </button>
    </th>
  );
}

type RowProps = { row: HomeworkStudentRow; kind: "reviews" | "readiness"; perDay: number };

function Row({ row, kind, perDay }: RowProps) {
  return (
    <tr>
      <StudentHead name={row.name} section={row.section} />
      <td>
        <HomeworkBadge state={row.state} />
      </td>
      <td className="whitespace-nowrap tabular-nums">{row.reached}</td>
      {kind === "reviews" ? (
        <>
          <td className="tabular-nums">{row.today}</td>
          <td>
            <DayStrip days={row.days} perDay={perDay} />
          </td>
        </>
      ) : null}
      <td className="whitespace-nowrap tabular-nums">{row.excused ? "Excused" : row.points}</td>
    </tr>
  );
}

function compare(a: HomeworkStudentRow, b: HomeworkStudentRow, by: Column): number {
  const byName = a.name.localeCompare(b.name);
  if (by === "name") return byName;
  if (by === "state") {
    return HOMEWORK_STATES.indexOf(a.state) - HOMEWORK_STATES.indexOf(b.state) || byName;
  }
  return a[by] - b[by] || byName;
}
