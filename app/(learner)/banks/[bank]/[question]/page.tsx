import type { Metadata } from "next";
import { headers } from "next/headers";

import { OthersMistakes } from "@/components/banks/others-mistakes";
import { QuestionActions } from "@/components/banks/question-actions";
import { QuestionHistory } from "@/components/banks/question-history";
import { QuestionFacts } from "@/components/banks/question-facts";
import { Page } from "@/components/layout/page";
import { MemoryCurveChart } from "@/components/progress/memory-curve-chart";
import { Exhibits } from "@/components/questions/exhibits";
import { OwnReports } from "@/components/reports/own-reports";
import { ReportButton } from "@/components/reports/report-button";
import type { ReportTarget } from "@/components/reports/report-dialog";
import { KIND_LABELS } from "@/components/questions/kind-names";
import { Sources } from "@/components/questions/sources";
import { LinkButton } from "@/components/ui/button";
import { Markdown } from "@/components/ui/markdown";
import { TextLink } from "@/components/ui/text-link";
import type { HistoryResponse } from "@/lib/domain/study/history-contract";
import type { Ticket } from "@/lib/domain/study/queue-contract";
import { requireActor } from "@/lib/server/auth/actor";
import { currentTime } from "@/lib/server/clock";
import { load } from "@/lib/server/page";
import { viewQuestion } from "@/lib/server/services/view-question";

export const metadata: Metadata = { title: "Question" };

export default async function QuestionPage({ params }: PageProps<"/banks/[bank]/[question]">) {
  const { bank, question: slug } = await params;
  const id = `${bank}/${slug}`;
  const now = currentTime(await headers());
  const view = await load(`/banks/${id}`, async () => viewQuestion(await requireActor(), id, now));
  const { question, ticket, competencies, history, curve, afterwards, reports } = view;
  return (
    <Page
      narrow
      title={KIND_LABELS[question.kind]}
      intro={
        <>
          <TextLink href={`/banks/${bank}`}>{view.bankTitle}</TextLink>
          <span className="ms-2 font-mono text-sm">{slug}</span>
        </>
      }
      actions={
        <LinkButton href={`/study?bank=${bank}`} look="primary">
          Study this bank
        </LinkButton>
      }
    >
      <section aria-label="What is asked" className="flex flex-col gap-4 text-lg">
        <Markdown text={question.prompt} />
        <Exhibits exhibits={question.exhibits} />
        <QuestionActions
          questionId={id}
          marks={history.marks}
          isNew={history.card === null}
          timeZone={view.timeZone}
        />
        <ReportButton targets={reportTargets(ticket, history.reviews)} />
      </section>
      <QuestionFacts
        card={history.card}
        competencies={competencies}
        now={now}
        timeZone={view.timeZone}
      />
      {curve ? <MemoryCurveChart {...curve} /> : null}
      <QuestionHistory reviews={history.reviews} />
      {afterwards ? (
        <>
          <OthersMistakes others={afterwards.others} />
          <Sources sources={afterwards.sources} errata={afterwards.errata} />
        </>
      ) : null}
      {reports.length > 0 ? (
        <section aria-labelledby="reports">
          <h2 id="reports" className="mb-2 text-sm font-medium text-muted">
            What you reported
          </h2>
          <OwnReports reports={reports} />
        </section>
      ) : null}
    </Page>
  );
}

/** The last answer first, as problems are mostly noticed at its verdict. */
function reportTargets(ticket: Ticket, reviews: HistoryResponse["reviews"]): ReportTarget[] {
  const last = reviews.find(({ undoneAt }) => undoneAt === null);
  return [
    ...(last ? [{ label: "My last answer", about: { reviewId: last.id } }] : []),
    { label: "The question as it stands here", about: { ticket, answer: null } },
  ];
}
