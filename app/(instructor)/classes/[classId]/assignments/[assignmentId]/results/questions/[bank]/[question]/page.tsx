import type { Metadata } from "next";

import { ClassFrame } from "@/components/classes/class-frame";
import { QuestionAnswers } from "@/components/quizzes/results/question-answers";
import { LinkButton } from "@/components/ui/button";
import { Markdown } from "@/components/ui/markdown";
import { LEAST_STUDENTS } from "@/lib/domain/quizzes/item-analysis";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { viewClassHead } from "@/lib/server/services/view-class";
import { viewQuestionAnswers } from "@/lib/server/services/view-question-results";

export const metadata: Metadata = { title: "Answers to a question" };

export default async function QuestionAnswersPage({
  params,
}: PageProps<"/classes/[classId]/assignments/[assignmentId]/results/questions/[bank]/[question]">) {
  const { classId, assignmentId, bank, question } = await params;
  const path = `/classes/${classId}/assignments/${assignmentId}/results/questions`;
  const questionId = `${bank}/${question}`;
  const { head, view } = await load(`${path}/${questionId}`, async () => {
    const actor = await requireActor();
    return {
      head: await viewClassHead(actor, classId),
      view: await viewQuestionAnswers(actor, { classId, assignmentId, questionId }),
    };
  });
  return (
    <ClassFrame head={head}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-xl font-semibold wrap-anywhere">
          {questionId} in {view.title}
        </h2>
        <LinkButton href={path} size="small">
          All questions
        </LinkButton>
      </div>
      <div className="max-w-3xl">
        <Markdown text={view.question.prompt} />
      </div>
      {view.answers ? (
        <QuestionAnswers answers={view.answers} count={view.count} />
      ) : (
        <p className="text-muted">
          {view.count === 1 ? "1 answer" : `${view.count} answers`}: what was answered is shown from{" "}
          {LEAST_STUDENTS} on. With fewer it says more of chance than of the question, and could
          give single students away.
        </p>
      )}
    </ClassFrame>
  );
}
