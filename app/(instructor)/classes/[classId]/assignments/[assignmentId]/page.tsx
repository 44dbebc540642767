import type { Metadata } from "next";
import { headers } from "next/headers";

import { ClassFrame } from "@/components/classes/class-frame";
import { ClassTime } from "@/components/quizzes/assignments/class-time";
import { HomeworkPanel } from "@/components/quizzes/homework/homework-panel";
import { RuleList } from "@/components/quizzes/assignments/rule-list";
import { StaffPanel } from "@/components/quizzes/assignments/staff-panel";
import { StartPanel } from "@/components/quizzes/assignments/start-panel";
import { Markdown } from "@/components/ui/markdown";
import { TextLink } from "@/components/ui/text-link";
import { requireActor } from "@/lib/server/auth/actor";
import { currentTime } from "@/lib/server/clock";
import { load } from "@/lib/server/page";
import { viewAssignment, type StartView } from "@/lib/server/services/view-assignment";
import { viewHomework } from "@/lib/server/services/view-homework";
import { viewClassHead } from "@/lib/server/services/view-class";

import {
  archiveAssignmentAction,
  publishAssignmentAction,
  releaseResultsAction,
  unpublishAssignmentAction,
} from "../actions";

export const metadata: Metadata = { title: "Assignment" };

export default async function AssignmentPage({
  params,
}: PageProps<"/classes/[classId]/assignments/[assignmentId]">) {
  const { classId, assignmentId } = await params;
  const now = currentTime(await headers());
  const path = `/classes/${classId}/assignments/${assignmentId}`;
  const { head, view, homework } = await load(path, async () => {
    const actor = await requireActor();
    const view = await viewAssignment(actor, { classId, assignmentId }, now);
    return {
      head: await viewClassHead(actor, classId),
      view,
      homework:
        view.kind === "study" ? await viewHomework(actor, { classId, assignmentId }, now) : null,
    };
  });
  const { start, staff, timeZone } = view;
  return (
    <ClassFrame head={head}>
      <h2 className="text-xl font-semibold">{view.title}</h2>
      {view.instructions === "" ? null : <Markdown text={view.instructions} />}
      {start && homework === null ? (
        <>
          <RuleList {...view} rules={start} />
          <Begin assignmentId={view.id} start={start} timeZone={timeZone} />
          <Attempts start={start} timeZone={timeZone} />
        </>
      ) : null}
      {staff ? (
        <StaffPanel
          classId={classId}
          assignmentId={view.id}
          title={view.title}
          {...staff}
          release={releaseResultsAction}
          publish={publishAssignmentAction}
          unpublish={unpublishAssignmentAction}
          archive={archiveAssignmentAction}
        >
          {view.kind === "quiz" ? <RuleList {...view} rules={staff.rules} /> : null}
        </StaffPanel>
      ) : null}
      {homework ? <HomeworkPanel {...homework} timeZone={timeZone} /> : null}
    </ClassFrame>
  );
}

type BeginProps = { assignmentId: string; start: StartView; timeZone: string };

function Begin({ assignmentId, start, timeZone }: BeginProps) {
  const { openAttempt, state, attemptsAllowed, attemptsMade } = start;
  const isUsedUp = attemptsAllowed !== null && attemptsMade >= attemptsAllowed;
  if (openAttempt === null && state === "not-open") {
    return (
      <p className="font-medium">
        It opens on <ClassTime at={start.opensAt} timeZone={timeZone} named />.
      </p>
    );
  }
  if (openAttempt === null && state === "closed") {
    return (
      <p className="font-medium">
        It closed on <ClassTime at={start.closesAt} timeZone={timeZone} named />.
      </p>
    );
  }
  if (openAttempt === null && isUsedUp) {
    return <p className="font-medium">You have no attempts left.</p>;
  }
  return (
    <>
      {start.lateNowPercent === null ? null : <LateNow percent={start.lateNowPercent} />}
      <Running attempt={openAttempt} timeZone={timeZone} />
      <StartPanel
        assignmentId={assignmentId}
        openAttemptId={openAttempt?.id ?? null}
        needsCode={start.needsCode}
        timeLimitMinutes={start.timeLimitMinutes}
      />
    </>
  );
}

type RunningProps = { attempt: StartView["openAttempt"]; timeZone: string };

function Running({ attempt, timeZone }: RunningProps) {
  const endsAt = attempt?.endsAt ?? null;
  if (endsAt === null) return null;
  return (
    <p className="font-medium">
      The clock is running. Your time ends on <ClassTime at={endsAt} timeZone={timeZone} named />.
    </p>
  );
}

const LateNow = ({ percent }: { percent: number }) => (
  <p className="w-fit rounded-lg border border-partly-line bg-partly-soft px-4 py-3 font-medium">
    It was due before now.{" "}
    {percent > 0
      ? `Handed in now it counts ${percent} % less.`
      : "It is still taken, without loss."}
  </p>
);

function Attempts({ start, timeZone }: { start: StartView; timeZone: string }) {
  const submitted = start.attempts.filter(({ submittedAt }) => submittedAt !== null);
  if (submitted.length === 0) return null;
  return (
    <section aria-labelledby="own-attempts">
      <h3 id="own-attempts" className="mb-2 text-lg font-semibold">
        Your attempts
      </h3>
      <ul className="flex flex-col gap-1.5">
        {submitted.map(({ id, number, submittedAt }) => (
          <li key={id}>
            <TextLink href={`/attempts/${id}`}>Attempt {number}</TextLink>, handed in{" "}
            <ClassTime at={submittedAt ?? ""} timeZone={timeZone} />
          </li>
        ))}
      </ul>
    </section>
  );
}
