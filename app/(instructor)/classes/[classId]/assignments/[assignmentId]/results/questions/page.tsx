import { ChartColumn } from "lucide-react";
import type { Metadata } from "next";

import { ClassFrame } from "@/components/classes/class-frame";
import { QuestionFigures } from "@/components/quizzes/results/question-figures";
import { QuizFigures } from "@/components/quizzes/results/quiz-figures";
import { ResultsHead } from "@/components/quizzes/results/results-head";
import { EmptyState } from "@/components/ui/empty-state";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { viewClassHead } from "@/lib/server/services/view-class";
import { viewQuestionResults } from "@/lib/server/services/view-question-results";

export const metadata: Metadata = { title: "Results by question" };

export default async function QuestionResultsPage({
  params,
}: PageProps<"/classes/[classId]/assignments/[assignmentId]/results/questions">) {
  const { classId, assignmentId } = await params;
  const path = `/classes/${classId}/assignments/${assignmentId}/results/questions`;
  const { head, view } = await load(path, async () => {
    const actor = await requireActor();
    return {
      head: await viewClassHead(actor, classId),
      view: await viewQuestionResults(actor, { classId, assignmentId }),
    };
  });
  return (
    <ClassFrame head={head}>
      <ResultsHead {...{ classId, assignmentId }} title={view.title} here="questions" />
      {view.results.students === 0 ? (
        <EmptyState icon={ChartColumn} title="Nothing has been marked yet">
          Figures follow from first attempts that are handed in and marked.
        </EmptyState>
      ) : (
        <>
          <QuizFigures results={view.results} unmarked={view.unmarked} />
          <QuestionFigures base={path} questions={view.questions} results={view.results} />
        </>
      )}
    </ClassFrame>
  );
}
