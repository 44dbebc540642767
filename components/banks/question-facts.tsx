import { dateWords } from "@/components/ui/date-words";
import type { CardView } from "@/lib/domain/study/history-contract";

type QuestionFactsProps = {
  card: CardView | null;
  competencies: readonly { exam: string; title: string }[];
  now: Date;
  timeZone: string;
};

/** The memory of a question in figures, and what it is good for. */
export function QuestionFacts({ card, competencies, now, timeZone }: QuestionFactsProps) {
  return (
    <div className="flex flex-col gap-6">
      {card ? (
        <section aria-labelledby="memory">
          <h2 id="memory" className="mb-2 text-sm font-medium text-muted">
            Your memory of it
          </h2>
          <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line sm:grid-cols-4">
            <Fact name="Recall today" value={`${Math.round(card.recall * 100)} %`} />
            <Fact name="Due" value={dateWords(new Date(card.dueAt), now, timeZone)} />
            <Fact name="Lasts" value={lastingWords(card.stability)} />
            <Fact name="Answered" value={`${card.reps} ×`} />
          </dl>
        </section>
      ) : null}
      <section aria-labelledby="serves">
        <h2 id="serves" className="mb-2 text-sm font-medium text-muted">
          Part of the exam
        </h2>
        <ul className="flex flex-col gap-1">
          {competencies.map(({ exam, title }) => (
            <li key={`${exam} ${title}`}>
              <span className="me-2 font-mono text-xs text-muted">{exam}</span>
              {title}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** Stability: the days until recall has fallen to 90 %. */
const lastingWords = (stability: number) =>
  stability < 1 ? "less than a day" : `${Math.round(stability)} days`;

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex flex-col-reverse justify-end bg-surface px-4 py-3">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="text-lg font-semibold tabular-nums">{value}</dd>
    </div>
  );
}
