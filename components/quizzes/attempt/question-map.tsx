import { Flag } from "lucide-react";

import type { AttemptWork } from "@/components/quizzes/attempt/use-attempt";
import type { AttemptView } from "@/lib/domain/quizzes/attempt-contract";

type QuestionMapProps = {
  view: AttemptView;
  work: AttemptWork;
  /** 0-based, into the questions. */
  current: number;
  onGo: (index: number) => void;
};

/** Every question of the attempt: which are answered, flagged or still empty. */
export function QuestionMap({ view, work, current, onGo }: QuestionMapProps) {
  const manySections = view.sections.length > 1;
  return (
    <nav aria-label="Questions" className="flex flex-col gap-3">
      {view.sections.map(({ title }, section) => {
        const own = view.questions.flatMap((asked, index) =>
          asked.section === section ? [{ asked, index }] : [],
        );
        if (own.length === 0) return null;
        return (
          <div key={section} className="flex flex-col gap-1.5">
            {manySections ? (
              <p className="text-xs font-medium text-muted">{title || `Section ${section + 1}`}</p>
            ) : null}
            <ol className="flex flex-wrap gap-1.5">
              {own.map(({ asked, index }) => (
                <li key={asked.position}>
                  <Place
                    number={index + 1}
                    isCurrent={index === current}
                    {...stateOf(work, asked.position)}
                    onGo={() => {
                      onGo(index);
                    }}
                  />
                </li>
              ))}
            </ol>
          </div>
        );
      })}
    </nav>
  );
}

type PlaceProps = {
  number: number;
  isCurrent: boolean;
  isAnswered: boolean;
  isFlagged: boolean;
  onGo: () => void;
};

function Place({ number, isCurrent, isAnswered, isFlagged, onGo }: PlaceProps) {
  const words = [isAnswered ? "answered" : "not answered", ...(isFlagged ? ["flagged"] : [])];
  return (
    <button
      type="button"
      onClick={onGo}
      aria-current={isCurrent ? "step" : undefined}
      aria-label={`Question ${number}, ${words.join(", ")}`}
      className={`relative flex size-9 items-center justify-center rounded-md border text-sm font-medium tabular-nums transition-colors aria-[current=step]:outline-2 aria-[current=step]:outline-offset-1 aria-[current=step]:outline-accent ${
        isAnswered
          ? "border-accent-line bg-accent-soft text-accent-strong"
          : "border-edge/60 bg-surface text-muted hover:border-edge"
      }`}
    >
      {number}
      {isFlagged ? (
        <Flag aria-hidden className="absolute -end-1 -top-1.5 size-3.5 fill-current text-partly" />
      ) : null}
    </button>
  );
}

const stateOf = ({ state }: AttemptWork, position: number) => {
  const kept = state.answers.get(position)?.current;
  return { isAnswered: (kept?.answer ?? null) !== null, isFlagged: kept?.flagged ?? false };
};

/** 1-based numbers of the questions without an answer. */
export const unansweredNumbers = (view: AttemptView, work: AttemptWork): number[] =>
  view.questions.flatMap(({ position }, index) =>
    stateOf(work, position).isAnswered ? [] : [index + 1],
  );
