import { CalibrationChart } from "@/components/charts/calibration-chart";
import { percent } from "@/components/progress/figure-words";
import { NotYet, Panel } from "@/components/progress/panel";
import { counted } from "@/components/ui/counted";
import { FEWEST_ATTEMPTS, type Calibration } from "@/lib/domain/progress/calibration";

const TITLE = "Calibration";
const EXPLANATION =
  "Before each review FSRS expected a recall: each dot puts reviews of like expectation together, and on the line they came true.";

type CalibrationPanelProps = { calibration: Calibration | null; attempts: number };

export function CalibrationPanel({ calibration, attempts }: CalibrationPanelProps) {
  if (!calibration) {
    return (
      <NotYet title={TITLE} explanation={EXPLANATION}>
        {`It takes ${FEWEST_ATTEMPTS} questions that came back on a later day; there have been ${attempts}.`}
      </NotYet>
    );
  }
  const { predicted, actual, logLoss, rmseInBins, bins } = calibration;
  return (
    <Panel>
      <div className="grid gap-6 lg:grid-cols-[2fr_1fr]">
        <CalibrationChart title={TITLE} explanation={EXPLANATION} bins={bins} />
        <dl className="grid content-start gap-4 text-sm sm:grid-cols-3 lg:grid-cols-1">
          <Measure
            name="Expected and recalled"
            value={`${percent(predicted)} · ${percent(actual)}`}
            text={`The mean expectation beside what came true in ${counted(calibration.attempts, "review", "reviews")}.`}
          />
          <Measure
            name="Log loss"
            value={logLoss.toFixed(3)}
            text="How surprising the outcomes were, in nats: 0 is clairvoyance, 0.693 a coin, and FSRS usually reaches about 0.34."
          />
          <Measure
            name="RMSE in bins"
            value={rmseInBins.toFixed(3)}
            text="By how much expectation and outcome differ in groups of like interval, number of reviews and lapses; FSRS is usually off by about 0.07."
          />
        </dl>
      </div>
    </Panel>
  );
}

const Measure = ({ name, value, text }: { name: string; value: string; text: string }) => (
  <div>
    <dt className="text-muted">{name}</dt>
    <dd className="text-lg font-semibold tabular-nums">{value}</dd>
    <dd className="text-muted">{text}</dd>
  </div>
);
