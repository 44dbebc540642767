import { ListChecks } from "lucide-react";
import type { Metadata } from "next";

import { NewTitleForm } from "@/components/form/new-title-form";
import { Page } from "@/components/layout/page";
import { QuizTable } from "@/components/quizzes/builder/quiz-table";
import { EmptyState } from "@/components/ui/empty-state";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { listOwnQuizzes } from "@/lib/server/services/build-quiz";

import { archiveQuizAction, createQuizAction, duplicateQuizAction } from "./actions";

export const metadata: Metadata = { title: "Quizzes" };

export default async function QuizzesPage() {
  const quizzes = await load("/quizzes", async () => listOwnQuizzes(await requireActor()));
  const current = quizzes.filter(({ isArchived }) => !isArchived);
  const archived = quizzes.filter(({ isArchived }) => isArchived);
  const acts = { duplicate: duplicateQuizAction, archive: archiveQuizAction };
  return (
    <Page title="Quizzes" intro="Built once, given to any class with dates of its own.">
      <NewTitleForm
        id="new-quiz"
        label="Title of a new quiz"
        maxLength={120}
        make="Build a quiz"
        create={createQuizAction}
      />
      {current.length === 0 ? (
        <EmptyState icon={ListChecks} title="No quizzes yet">
          Give one a title above, add questions, and assign it in a class.
        </EmptyState>
      ) : (
        <QuizTable caption="Quizzes" quizzes={current} {...acts} />
      )}
      {archived.length > 0 ? (
        <section aria-labelledby="archived" className="flex flex-col gap-3">
          <h2 id="archived" className="text-lg font-semibold">
            Archived
          </h2>
          <QuizTable caption="Archived quizzes" quizzes={archived} {...acts} />
        </section>
      ) : null}
    </Page>
  );
}
