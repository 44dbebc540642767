"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

import { AppealAnswer } from "@/components/quizzes/appeals/appeal-answer";
import {
  useAppeals,
  type AppealActions,
  type OpenAppeal,
} from "@/components/quizzes/appeals/use-appeals";
import { OneByOne, useStepKeys } from "@/components/quizzes/one-by-one";
import { ReviewedQuestion } from "@/components/quizzes/result/reviewed-question";
import { AnswersOfAnother } from "@/components/questions/answer-words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";

type AppealDeskProps = AppealActions & {
  classId: string;
  appeals: readonly OpenAppeal[];
  /** All that are open, also those that are not on this page. */
  open: number;
};

/** One appeal after another: J and K go on and back. */
export function AppealDesk(props: AppealDeskProps) {
  const { classId, appeals, open } = props;
  const work = useAppeals(props);
  const { appeal, index, outcome, outcomes } = work;
  const place = useFocusAfter(outcomes.size);
  useStepKeys(work);
  if (!appeal) return null;
  return (
    <div className="flex flex-col gap-4">
      <OneByOne index={index} count={appeals.length} go={work.go}>
        <p aria-live="polite" className="text-sm text-muted tabular-nums">
          Appeal {index + 1} of {appeals.length}; {waitingWords(open - outcomes.size)}
        </p>
        <span className="text-sm text-muted">J next, K previous</span>
      </OneByOne>
      {open > appeals.length && outcomes.size > 0 ? <MoreAppeals /> : null}
      <section
        ref={place}
        tabIndex={-1}
        aria-label="Appeal"
        className="flex flex-col gap-2 rounded-xl border border-accent-line bg-accent-soft px-5 py-4"
      >
        <h3 className="font-medium">
          <TextLink
            href={`/classes/${classId}/assignments/${appeal.assignmentId}/students/${appeal.userId}`}
          >
            {appeal.name}
          </TextLink>
          , {appeal.title}
        </h3>
        <p className="break-words whitespace-pre-wrap">{appeal.text}</p>
      </section>
      <AnswersOfAnother>
        <ReviewedQuestion
          key={appeal.id}
          number={appeal.question.position + 1}
          {...appeal.question}
        />
      </AnswersOfAnother>
      {outcome === null ? (
        <AppealAnswer key={`answer ${appeal.id}`} appeal={appeal} work={work} />
      ) : (
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone={outcome === "accepted" ? "good" : "neutral"}>
            {outcome.charAt(0).toUpperCase() + outcome.slice(1)}
          </Badge>
          {outcome === "accepted" ? (
            <span className="text-sm text-muted">Above is the mark from before.</span>
          ) : null}
        </p>
      )}
    </div>
  );
}

const waitingWords = (waiting: number): string =>
  waiting <= 0 ? "all are answered" : waiting === 1 ? "1 waits" : `${waiting} wait`;

/** The form that was sent is gone, and the focus with it: it goes to what is next. */
function useFocusAfter(answered: number) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (answered > 0) place.current?.focus();
  }, [answered]);
  return place;
}

function MoreAppeals() {
  const router = useRouter();
  return (
    <p className="flex flex-wrap items-center gap-3 text-sm">
      More wait than are listed here.
      <Button
        size="small"
        onClick={() => {
          router.refresh();
        }}
      >
        Load those that wait
      </Button>
    </p>
  );
}
