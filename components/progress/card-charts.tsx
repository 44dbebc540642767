import { BarChart } from "@/components/charts/bar-chart";
import { dayWords, shortDay } from "@/components/progress/figure-words";
import { NotYet, Panel } from "@/components/progress/panel";
import { counted } from "@/components/ui/counted";
import type { CardStates, ForecastDay, StabilityGroup } from "@/lib/domain/progress/card-groups";

export function Forecast({ days }: { days: readonly ForecastDay[] }) {
  const title = "What falls due";
  const explanation =
    "Reviews already dated for the next 30 days, what is overdue on the first; new questions and what you forget come on top.";
  if (days.every(({ backlog, young, mature }) => backlog + young + mature === 0)) {
    return (
      <NotYet title={title} explanation={explanation}>
        Nothing is dated within 30 days: study a few new questions, and their reviews appear here.
      </NotYet>
    );
  }
  return (
    <Panel>
      <BarChart
        title={title}
        explanation={explanation}
        rowName="Day"
        series={[
          { name: "Overdue", tone: "bad" },
          { name: "Kept for less than 3 weeks", tone: "accent-pale" },
          { name: "Kept for longer", tone: "accent" },
        ]}
        rows={days.map(({ day, backlog, young, mature }) => ({
          label: dayWords(day),
          tick: shortDay(day),
          values: [backlog, young, mature],
        }))}
        unit="count"
      />
    </Panel>
  );
}

const STATES: { key: keyof CardStates; name: string; tick?: string }[] = [
  { key: "new", name: "New" },
  { key: "learning", name: "Learning", tick: "Learn" },
  { key: "relearning", name: "Relearning", tick: "Relearn" },
  { key: "young", name: "Young" },
  { key: "mature", name: "Mature" },
];

export const StateChart = ({ states }: { states: CardStates }) => (
  <Panel>
    <BarChart
      title="Questions by state"
      explanation="New ones were never asked; learning ones come back within minutes; mature ones are kept for three weeks or longer."
      rowName="State"
      series={[{ name: "Questions", tone: "accent" }]}
      rows={STATES.map(({ key, name, ...tick }) => ({
        label: name,
        ...tick,
        values: [states[key]],
      }))}
      unit="count"
    />
  </Panel>
);

const stabilityWords = (from: number, to: number | null): string => {
  if (to === null) return `${from} days or more`;
  return from === 0 ? `under ${counted(to, "day", "days")}` : `${from} to ${to} days`;
};

export function StabilityChart({ groups }: { groups: readonly StabilityGroup[] }) {
  const title = "Questions by stability";
  const explanation =
    "Stability is the number of days until your recall of a question has fallen to 90 %: the further right, the firmer.";
  if (groups.every(({ cards }) => cards === 0)) {
    return (
      <NotYet title={title} explanation={explanation}>
        Answer your first question, and its memory is measured here.
      </NotYet>
    );
  }
  return (
    <Panel>
      <BarChart
        title={title}
        explanation={explanation}
        rowName="Stability"
        series={[{ name: "Questions", tone: "accent" }]}
        rows={groups.map(({ from, to, cards }) => ({
          label: stabilityWords(from, to),
          tick: to === null ? `${from}+` : `<${to}`,
          values: [cards],
        }))}
        unit="count"
      />
    </Panel>
  );
}
