"use client";

import { AppealAnswer } from "@/components/quizzes/appeals/appeal-answer";
import {
  useAppeals,
  type AppealActions,
  type OpenAppeal,
} from "@/components/quizzes/appeals/use-appeals";
import { ReviewedQuestion } from "@/components/quizzes/result/reviewed-question";
import { useKeys } from "@/components/study/use-keys";
import { useShortcutsSetting } from "@/components/study/use-shortcuts-setting";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";

type AppealDeskProps = AppealActions & {
  classId: string;
  appeals: readonly OpenAppeal[];
  /** All that are open, also those that are not on this page. */
  open: number;
};

/** One appeal after another: J and K go on and back. */
export function AppealDesk(props: AppealDeskProps) {
  const { appeals, open } = props;
  const work = useAppeals(props);
  const { appeal, index, outcome, outcomes } = work;
  useDeskKeys(work);
  if (!appeal) return null;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="small"
          disabled={index === 0}
          onClick={() => {
            work.go(index - 1);
          }}
        >
          Previous
        </Button>
        <Button
          size="small"
          disabled={index === appeals.length - 1}
          onClick={() => {
            work.go(index + 1);
          }}
        >
          Next
        </Button>
        <p aria-live="polite" className="text-sm text-muted tabular-nums">
          Appeal {index + 1} of {appeals.length}; {waitingWords(open - outcomes.size)}
        </p>
        <span className="text-sm text-muted">J next, K previous</span>
      </div>
      <section
        aria-label="Appeal"
        className="flex flex-col gap-2 rounded-xl border border-accent-line bg-accent-soft px-5 py-4"
      >
        <h3 className="font-medium">
          {appeal.name}: {appeal.title}
        </h3>
        <p className="break-words whitespace-pre-wrap">{appeal.text}</p>
      </section>
      <ReviewedQuestion key={appeal.id} number={index + 1} {...appeal.question} />
      {outcome === null ? (
        <AppealAnswer key={`answer ${appeal.id}`} appeal={appeal} work={work} />
      ) : (
        <p>
          <Badge tone={outcome === "accepted" ? "good" : "neutral"}>
            {outcome.charAt(0).toUpperCase() + outcome.slice(1)}
          </Badge>
        </p>
      )}
    </div>
  );
}

const waitingWords = (waiting: number): string =>
  waiting <= 0 ? "all are answered" : waiting === 1 ? "1 waits" : `${waiting} wait`;

function useDeskKeys({ go, index }: ReturnType<typeof useAppeals>): void {
  const [shortcuts] = useShortcutsSetting();
  useKeys((key, { typing }) => {
    if (typing || !shortcuts) return false;
    const step = { j: 1, k: -1 }[key.toLowerCase()];
    if (step === undefined) return false;
    go(index + step);
    return true;
  });
}
