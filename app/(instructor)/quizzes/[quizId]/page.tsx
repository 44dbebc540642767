import type { Metadata } from "next";

import { Page } from "@/components/layout/page";
import { GivenNote } from "@/components/quizzes/builder/given-note";
import { QuizBuilder } from "@/components/quizzes/builder/quiz-builder";
import { LinkButton } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { openQuiz } from "@/lib/server/services/open-quiz";

export const metadata: Metadata = { title: "Quiz" };

export default async function QuizPage({ params }: PageProps<"/quizzes/[quizId]">) {
  const { quizId } = await params;
  const { quiz, names, choices, given } = await load(`/quizzes/${quizId}`, async () =>
    openQuiz(await requireActor(), quizId),
  );
  return (
    <Page title={quiz.title} intro={<TextLink href="/quizzes">All quizzes</TextLink>}>
      {quiz.mayEdit ? (
        <>
          <GivenNote given={given} />
          <QuizBuilder key={quiz.id} quiz={quiz} names={names} choices={choices} />
        </>
      ) : (
        <div className="flex flex-wrap gap-2">
          <LinkButton href={`/quizzes/${quizId}/preview`}>Preview as a student</LinkButton>
          <LinkButton href={`/quizzes/${quizId}/print`}>Print</LinkButton>
        </div>
      )}
    </Page>
  );
}
