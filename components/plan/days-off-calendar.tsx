"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState, type ComponentProps } from "react";

import { addMonths, monthWords, weeksOf, type CalendarDay } from "@/components/plan/calendar-month";
import { longDate } from "@/components/plan/plan-words";
import { Button } from "@/components/ui/button";
import { counted } from "@/components/ui/counted";
import type { DaysOff } from "@/lib/domain/study/study-settings";

type DaysOffCalendarProps = {
  today: string;
  daysOff: readonly DaysOff[];
  examDate: string | null;
  load: readonly { date: string; count: number }[];
  form: Pick<ComponentProps<"form">, "action" | "onSubmit">;
  pending: boolean;
};

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** A month to switch single days on and off in. */
export function DaysOffCalendar(props: DaysOffCalendarProps) {
  const { today } = props;
  const [month, setMonth] = useState(today.slice(0, 7));
  const counts = new Map(props.load.map(({ date, count }) => [date, count]));
  return (
    <div>
      <MonthHead month={month} earliest={today.slice(0, 7)} onChange={setMonth} />
      <table className="w-full table-fixed text-center text-sm">
        <caption className="sr-only">{`Days off in ${monthWords(month)}: press a day to switch it`}</caption>
        <thead>
          <tr>
            {WEEKDAYS.map((name) => (
              <th key={name} scope="col" className="py-1 font-medium text-muted">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week, index) => (
            <tr key={index}>
              {week.map((day, weekday) => (
                <td key={weekday} className="p-0.5">
                  {day ? <DayCell {...props} day={day} count={counts.get(day.date) ?? 0} /> : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-sm text-muted">
        Small figures are reviews that are dated already. A marked day is off.
      </p>
    </div>
  );
}

type MonthHeadProps = { month: string; earliest: string; onChange: (month: string) => void };

const MonthHead = ({ month, earliest, onChange }: MonthHeadProps) => (
  <div className="mb-2 flex items-center justify-between gap-2">
    <Button
      look="quiet"
      size="small"
      aria-label="Previous month"
      disabled={month <= earliest}
      onClick={() => {
        onChange(addMonths(month, -1));
      }}
    >
      <ChevronLeft aria-hidden className="size-4" />
    </Button>
    <p aria-live="polite" className="font-semibold">
      {monthWords(month)}
    </p>
    <Button
      look="quiet"
      size="small"
      aria-label="Next month"
      onClick={() => {
        onChange(addMonths(month, 1));
      }}
    >
      <ChevronRight aria-hidden className="size-4" />
    </Button>
  </div>
);

type DayCellProps = DaysOffCalendarProps & { day: CalendarDay; count: number };

const CELL =
  "flex h-12 w-full flex-col items-center justify-center rounded-md border leading-tight tabular-nums";

function DayCell({ day, count, today, daysOff, examDate, form, pending }: DayCellProps) {
  const isOff = daysOff.some(({ from, to }) => from <= day.date && day.date <= to);
  if (day.date < today) {
    return (
      <span className={`${CELL} border-transparent text-faint ${isOff ? "bg-sunken" : ""}`}>
        {day.dayOfMonth}
      </span>
    );
  }
  const isExam = day.date === examDate;
  const words = [
    longDate(day.date),
    isExam ? "your exam" : null,
    count > 0 ? counted(count, "review") : null,
  ];
  return (
    <form action={form.action} onSubmit={form.onSubmit}>
      <input type="hidden" name="change" value={isOff ? "remove" : "add"} />
      <input type="hidden" name="from" value={day.date} />
      <input type="hidden" name="to" value={day.date} />
      <button
        type="submit"
        aria-pressed={isOff}
        aria-disabled={pending}
        aria-label={words.filter((word) => word !== null).join(", ")}
        className={`${CELL} cursor-pointer border-line hover:border-edge aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-semibold aria-pressed:text-accent`}
      >
        <span className={day.date === today ? "underline underline-offset-4" : ""}>
          {day.dayOfMonth}
        </span>
        <span aria-hidden className="text-xs text-muted">
          {isExam ? "exam" : count > 0 ? count : "\u00a0"}
        </span>
      </button>
    </form>
  );
}
