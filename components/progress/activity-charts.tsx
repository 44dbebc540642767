import { BarChart } from "@/components/charts/bar-chart";
import type { ChartRow } from "@/components/charts/chart-data";
import { formatFigure } from "@/components/charts/chart-data";
import { HeatmapCalendar, type HeatmapDay } from "@/components/charts/heatmap-calendar";
import { dateOfDay, dayWords, shortDay } from "@/components/progress/figure-words";
import { Panel } from "@/components/progress/panel";
import { counted } from "@/components/ui/counted";
import { weeksOf, type StudyDay } from "@/lib/domain/progress/study-days";

export type ShownDay = StudyDay & { level: number; isOff: boolean };

/** A year of days. */
export const YearOfStudy = ({ calendar }: { calendar: readonly ShownDay[] }) => (
  <Panel>
    <HeatmapCalendar
      title="A year of study"
      explanation="Each square is a day: the stronger its colour, the more answers, compared with your own other days."
      days={calendar.map(toSquare)}
    />
  </Panel>
);

const toSquare = ({ day, answers, minutes, level, isOff }: ShownDay): HeatmapDay => ({
  date: dateOfDay(day),
  level,
  off: isOff,
  text:
    answers > 0
      ? `${counted(answers, "answer", "answers")} in ${formatFigure(minutes, "minutes")}`
      : isOff
        ? "a day off"
        : "no answers",
});

/** Longer stretches are shown by week: bars of single days would be too thin to read. */
const MOST_SINGLE_DAYS = 92;

export function TimeSpent({ days }: { days: readonly StudyDay[] }) {
  const byWeek = days.length > MOST_SINGLE_DAYS;
  const rows = byWeek
    ? weeksOf(days).map((week) => toRow(week, `7 days from ${dayWords(week.day)}`))
    : days.map((day) => toRow(day, dayWords(day.day)));
  return (
    <Panel>
      <BarChart
        title="Time spent"
        explanation={`Minutes from question to answer, by ${byWeek ? "week" : "day"}; three minutes at most count for one answer.`}
        rowName={byWeek ? "Week" : "Day"}
        series={[{ name: "Time", tone: "accent" }]}
        rows={rows}
        unit="minutes"
      />
    </Panel>
  );
}

const toRow = ({ day, minutes }: StudyDay, label: string): ChartRow => ({
  label,
  tick: shortDay(day),
  values: [minutes],
});
