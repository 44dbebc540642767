import type { Metadata } from "next";

import { ClassFrame } from "@/components/classes/class-frame";
import { QuestionFigures } from "@/components/quizzes/results/question-figures";
import { QuizFigures } from "@/components/quizzes/results/quiz-figures";
import { ResultMatrix } from "@/components/quizzes/results/result-matrix";
import { LinkButton } from "@/components/ui/button";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { viewClassHead } from "@/lib/server/services/view-class";
import { viewResults } from "@/lib/server/services/view-results";

export const metadata: Metadata = { title: "Results" };

export default async function ResultsPage({
  params,
}: PageProps<"/classes/[classId]/assignments/[assignmentId]/results">) {
  const { classId, assignmentId } = await params;
  const path = `/classes/${classId}/assignments/${assignmentId}`;
  const { head, view } = await load(`${path}/results`, async () => {
    const actor = await requireActor();
    return {
      head: await viewClassHead(actor, classId),
      view: await viewResults(actor, { classId, assignmentId }),
    };
  });
  return (
    <ClassFrame head={head}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-xl font-semibold">Results of {view.title}</h2>
        <LinkButton href={path} size="small">
          Back to the assignment
        </LinkButton>
      </div>
      <ResultMatrix {...view} />
      <QuizFigures results={view.results} unmarked={view.unmarked} />
      <QuestionFigures questions={view.questions} results={view.results} />
    </ClassFrame>
  );
}
