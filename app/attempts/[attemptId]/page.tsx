import type { Metadata } from "next";
import { headers } from "next/headers";

import { Page } from "@/components/layout/page";
import { TakeAttempt } from "@/components/quizzes/attempt/take-attempt";
import { ContestAnswer } from "@/components/quizzes/result/contest-answer";
import { ResultSummary } from "@/components/quizzes/result/result-summary";
import { ReviewedQuestion } from "@/components/quizzes/result/reviewed-question";
import { TextLink } from "@/components/ui/text-link";
import { requireActor } from "@/lib/server/auth/actor";
import { currentTime } from "@/lib/server/clock";
import { load } from "@/lib/server/page";
import { openAttempt } from "@/lib/server/services/open-attempt";

import { contestAnswerAction, withdrawAppealAction } from "./actions";

export const metadata: Metadata = { title: "Quiz" };

export default async function AttemptPage({ params }: PageProps<"/attempts/[attemptId]">) {
  const { attemptId } = await params;
  const now = currentTime(await headers());
  const { open, result } = await load(`/attempts/${attemptId}`, async () =>
    openAttempt(await requireActor(), attemptId, now),
  );
  if (open) {
    return (
      <main id="main" className="mx-auto flex w-full max-w-5xl flex-1 flex-col px-4 sm:px-6">
        <TakeAttempt key={open.id} view={open} />
      </main>
    );
  }
  return (
    <Page
      title={result.title}
      intro={
        <>
          Attempt {result.number} in{" "}
          <TextLink href={`/classes/${result.class.id}/assignments/${result.assignmentId}`}>
            {result.class.name}
          </TextLink>
        </>
      }
      narrow
    >
      <ResultSummary {...result} />
      {result.questions.map(({ position, appeal, ...reviewed }, index) => (
        <ReviewedQuestion key={position} number={index + 1} {...reviewed}>
          <ContestAnswer
            values={{ attemptId: result.id, position }}
            number={index + 1}
            appeal={appeal}
            mayAppeal={result.mayAppeal}
            contest={contestAnswerAction}
            withdraw={withdrawAppealAction}
          />
        </ReviewedQuestion>
      ))}
    </Page>
  );
}
