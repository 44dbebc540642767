import { FileQuestion } from "lucide-react";
import type { Metadata } from "next";

import { ClassFrame } from "@/components/classes/class-frame";
import { ClassTime } from "@/components/quizzes/assignments/class-time";
import { AnswersOfAnother } from "@/components/questions/answer-words";
import { ReviewedQuestion } from "@/components/quizzes/result/reviewed-question";
import { AnswerActions } from "@/components/quizzes/student-work/answer-actions";
import { AttemptEvents } from "@/components/quizzes/student-work/attempt-events";
import { GradeHistory } from "@/components/quizzes/student-work/grade-history";
import { StudentGrade } from "@/components/quizzes/student-work/student-grade";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { viewClassHead } from "@/lib/server/services/view-class";
import { viewStudentWork, type StudentWork } from "@/lib/server/services/view-student-work";

import {
  commentAnswerAction,
  dropAnswerOverrideAction,
  dropTotalOverrideAction,
  excuseStudentAction,
  overrideAnswerAction,
  overrideTotalAction,
  unexcuseStudentAction,
} from "./actions";

export const metadata: Metadata = { title: "A student's work" };

type Ref = { classId: string; assignmentId: string; userId: string };

export default async function StudentWorkPage({
  params,
  searchParams,
}: PageProps<"/classes/[classId]/assignments/[assignmentId]/students/[userId]">) {
  const ref = await params;
  const { attempt } = await searchParams;
  const path = `/classes/${ref.classId}/assignments/${ref.assignmentId}`;
  const here = `${path}/students/${ref.userId}`;
  const { head, work } = await load(here, async () => {
    const actor = await requireActor();
    return {
      head: await viewClassHead(actor, ref.classId),
      work: await viewStudentWork(actor, ref, Number(attempt) || null),
    };
  });
  const { student, title, grade, mayRun, shown, timeZone, history } = work;
  return (
    <ClassFrame head={head}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-xl font-semibold">
          {student.name}: {title}
        </h2>
        <LinkButton href={`${path}/results`} size="small">
          Back to the results
        </LinkButton>
      </div>
      <StudentGrade
        grade={grade}
        values={ref}
        mayRun={mayRun}
        overrideTotal={overrideTotalAction}
        dropOverride={dropTotalOverrideAction}
        excuse={excuseStudentAction}
        unexcuse={unexcuseStudentAction}
      />
      <AttemptChoices work={work} here={here} />
      {shown ? (
        <Attempt work={work} shown={shown} refs={ref} />
      ) : (
        <EmptyState icon={FileQuestion} title="Nothing has been begun">
          An excuse, or a total by hand, can be given all the same.
        </EmptyState>
      )}
      <GradeHistory lines={history} timeZone={timeZone} />
    </ClassFrame>
  );
}

function AttemptChoices({ work, here }: { work: StudentWork; here: string }) {
  const { attempts, shown, timeZone } = work;
  if (attempts.length === 0) return null;
  return (
    <ul aria-label="Attempts" className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
      {attempts.map(({ id, number, submittedAt, submittedBy, startedAt }) => (
        <li key={id} aria-current={id === shown?.attempt.id ? "true" : undefined}>
          {id === shown?.attempt.id ? (
            <span className="font-medium">Attempt {number}</span>
          ) : (
            <TextLink href={`${here}?attempt=${number}`}>Attempt {number}</TextLink>
          )}{" "}
          <span className="text-muted">
            {submittedAt === null
              ? "open since "
              : submittedBy === "deadline"
                ? "time was up "
                : "handed in "}
            <ClassTime at={submittedAt ?? startedAt} timeZone={timeZone} />
          </span>
        </li>
      ))}
    </ul>
  );
}

type AttemptProps = { work: StudentWork; shown: NonNullable<StudentWork["shown"]>; refs: Ref };

function Attempt({ work, shown, refs }: AttemptProps) {
  const { attempt, points, maxPoints, answered, questions, events } = shown;
  return (
    <>
      <p className="text-muted tabular-nums">
        {attempt.isOpen
          ? `Being worked on: ${answered} answered. The answers are shown once they are handed in.`
          : points === null
            ? `Attempt ${attempt.number}: not marked yet.`
            : `Attempt ${attempt.number}: ${points} of ${maxPoints} points, before anything is taken off for lateness.`}
      </p>
      <AnswersOfAnother>
        {questions.map(({ position, gradedAt, override, appeal, ...reviewed }) => (
          <ReviewedQuestion key={`${attempt.id} ${position}`} number={position + 1} {...reviewed}>
            {work.mayMark && gradedAt !== null ? (
              <AnswerActions
                values={{ ...refs, attemptId: attempt.id, position }}
                gradedAt={gradedAt}
                points={reviewed.verdict?.points ?? null}
                most={reviewed.points}
                override={override}
                comment={reviewed.verdict?.comment ?? ""}
                mayRun={work.mayRun}
                appeal={appeal && { state: appeal, href: `/classes/${refs.classId}/appeals` }}
                overrideAnswer={overrideAnswerAction}
                dropOverride={dropAnswerOverrideAction}
                say={commentAnswerAction}
              />
            ) : null}
          </ReviewedQuestion>
        ))}
      </AnswersOfAnother>
      <AttemptEvents events={events} timeZone={work.timeZone} />
    </>
  );
}
