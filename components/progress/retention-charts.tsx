import { BarChart } from "@/components/charts/bar-chart";
import { percent } from "@/components/progress/figure-words";
import { NotYet, Panel, PanelHead } from "@/components/progress/panel";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { counted } from "@/components/ui/counted";
import type { BankRetention, IntervalRetention } from "@/lib/domain/progress/retention";

const NOT_YET =
  "It takes questions that come back on a later day: answer what is due tomorrow, and this begins to fill.";

type ByIntervalProps = { intervals: readonly IntervalRetention[]; desiredRetention: number };

export function RetentionByInterval({ intervals, desiredRetention }: ByIntervalProps) {
  const title = "True retention by interval";
  const explanation =
    "Of the questions that came back after so many days, the share you recalled; the line is what you study for.";
  const known = intervals.filter(({ attempts }) => attempts > 0);
  if (known.length === 0) {
    return (
      <NotYet title={title} explanation={explanation}>
        {NOT_YET}
      </NotYet>
    );
  }
  return (
    <Panel>
      <BarChart
        title={title}
        explanation={explanation}
        rowName="Days since the answer before"
        series={[{ name: "Recalled", tone: "accent" }]}
        rows={known.map((interval) => ({
          label: `${intervalWords(interval)} ${interval.to === 1 ? "day" : "days"}, ${counted(interval.attempts, "review", "reviews")}`,
          tick: intervalWords(interval),
          values: [interval.recalled / interval.attempts],
        }))}
        levels={[{ y: desiredRetention, label: percent(desiredRetention) }]}
        range={[0, 1]}
        unit="percent"
      />
    </Panel>
  );
}

const intervalWords = ({ from, to }: { from: number; to: number | null }): string => {
  if (to === null) return `${from}+`;
  return from === to ? String(from) : `${from}–${to}`;
};

type ByBankProps = {
  banks: readonly BankRetention[];
  titles: ReadonlyMap<string, string>;
};

export function RetentionByBank({ banks, titles }: ByBankProps) {
  const title = "True retention by bank";
  const explanation =
    "The same share for each bank, what you keep worst first; a few reviews say little yet.";
  if (banks.length === 0) {
    return (
      <NotYet title={title} explanation={explanation}>
        {NOT_YET}
      </NotYet>
    );
  }
  return (
    <Panel>
      <PanelHead title={title} explanation={explanation} />
      <div className="max-h-72 overflow-y-auto">
        <Table caption={title} head={["Bank", "Reviews", "Recalled"]}>
          {banks.map(({ bank, attempts, recalled }) => (
            <tr key={bank}>
              <td>
                <TextLink href={`/banks/${bank}`}>{titles.get(bank) ?? bank}</TextLink>
              </td>
              <td className="tabular-nums">{attempts.toLocaleString("en-GB")}</td>
              <td className="text-end tabular-nums">{percent(recalled / attempts)}</td>
            </tr>
          ))}
        </Table>
      </div>
    </Panel>
  );
}
