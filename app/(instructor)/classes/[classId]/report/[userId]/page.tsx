import type { Metadata } from "next";
import { headers } from "next/headers";

import { AttemptLines } from "@/components/gradebook/attempt-lines";
import { DomainLines } from "@/components/gradebook/domain-lines";
import { GradeExplanation } from "@/components/gradebook/grade-explanation";
import { ShareTrend } from "@/components/gradebook/share-trend";
import { ClassTime } from "@/components/quizzes/assignments/class-time";
import { PrintButton } from "@/components/quizzes/print/print-button";
import { LinkButton } from "@/components/ui/button";
import { requireActor } from "@/lib/server/auth/actor";
import { currentTime } from "@/lib/server/clock";
import { load } from "@/lib/server/page";
import { viewStudentReport, type StudentReport } from "@/lib/server/services/view-student-report";

export const metadata: Metadata = { title: "Report" };

/** One student's grades, attempts and domains, on paper too. */
export default async function ReportPage({
  params,
}: PageProps<"/classes/[classId]/report/[userId]">) {
  const { classId, userId } = await params;
  const now = currentTime(await headers());
  const report = await load(`/classes/${classId}/report/${userId}`, async () =>
    viewStudentReport(await requireActor(), { classId, userId }, now),
  );
  const { student, isOwn, timeZone } = report;
  const trend = trendOf(report);
  return (
    <main
      id="main"
      className="mx-auto flex w-full max-w-3xl flex-1 flex-col gap-8 px-4 pt-8 pb-28 sm:px-6 md:pb-16 print:max-w-none print:p-0"
    >
      <div className="flex flex-wrap gap-3 print:hidden">
        <LinkButton href={`/classes/${classId}/${isOwn ? "grades" : "gradebook"}`}>
          {isOwn ? "Back to your grades" : "Back to the gradebook"}
        </LinkButton>
        <PrintButton />
      </div>
      <header>
        <h1 className="text-2xl font-semibold">{student.name}</h1>
        <p className="text-muted">
          {[report.className, student.section, student.studentNumber].filter(Boolean).join(", ")}
        </p>
        <p className="text-sm text-muted">
          As of <ClassTime at={now.toISOString()} timeZone={timeZone} named />
          {isOwn ? ". What is not released yet is left out." : "."}
        </p>
      </header>
      <Part id="grade" title="Grade">
        <GradeExplanation {...report} rule={{ missingIsZero: report.missingIsZero }} />
      </Part>
      {trend.length === 0 ? null : (
        <Part id="trend" title="From assignment to assignment">
          <ShareTrend points={trend} />
        </Part>
      )}
      {report.attempts.length === 0 ? null : (
        <Part id="attempts" title="Attempts">
          <AttemptLines
            timeZone={timeZone}
            attempts={report.attempts}
            noPoints={isOwn ? "Not released" : "Not marked yet"}
          />
        </Part>
      )}
      {report.domains.length === 0 ? null : (
        <Part id="domains" title="Domains">
          <DomainLines domains={report.domains} />
        </Part>
      )}
    </main>
  );
}

const Part = ({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: React.ReactNode;
}) => (
  <section aria-labelledby={id} className="flex break-inside-avoid-page flex-col gap-3">
    <h2 id={id} className="text-lg font-semibold">
      {title}
    </h2>
    {children}
  </section>
);

function trendOf({ columns, cells, timeZone }: StudentReport) {
  return columns
    .flatMap(({ id, title, dueAt }, index) => {
      const { points = null, maxPoints = 0 } = cells[index] ?? {};
      if (points === null || maxPoints === 0) return [];
      return [{ id, title, dueAt, share: points / maxPoints }];
    })
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
    .map(({ dueAt, ...point }) => ({
      ...point,
      when: new Date(dueAt).toLocaleDateString("en-GB", {
        day: "numeric",
        month: "short",
        year: "numeric",
        timeZone,
      }),
    }));
}
