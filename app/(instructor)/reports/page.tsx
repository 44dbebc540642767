import type { Metadata } from "next";
import Link from "next/link";

import { Page } from "@/components/layout/page";
import { ReportList } from "@/components/reports/report-list";
import { LinkButton } from "@/components/ui/button";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import {
  listReports,
  type ReportFilter,
  type ReportList as Found,
} from "@/lib/server/services/list-reports";

import { closeReportAction, reopenReportAction } from "./actions";

export const metadata: Metadata = { title: "Reports" };

export default async function ReportsPage({ searchParams }: PageProps<"/reports">) {
  const filter = filterOf(await searchParams);
  const found = await load("/reports", async () => listReports(await requireActor(), filter));
  return (
    <Page
      narrow
      title="Reports"
      intro="What learners find wrong with questions. Correct the question, then close its reports with a note that they read."
    >
      <StateFilter filter={filter} counts={found.counts} />
      <ReportList
        questions={found.questions}
        open={filter.open}
        close={closeReportAction}
        reopen={reopenReportAction}
      />
      {found.pages > 1 ? <Pages filter={filter} found={found} /> : null}
    </Page>
  );
}

type Params = Record<string, string | string[] | undefined>;

function filterOf(params: Params): ReportFilter {
  const one = (name: string) => [params[name] ?? ""].flat()[0] ?? "";
  return {
    open: one("show") !== "closed",
    questionId: one("question") === "" ? null : one("question"),
    page: Math.max(1, Math.trunc(Number(one("page"))) || 1),
  };
}

function addressOf({ open, questionId, page }: ReportFilter): string {
  const query = new URLSearchParams({
    ...(open ? {} : { show: "closed" }),
    ...(questionId === null ? {} : { question: questionId }),
    ...(page > 1 ? { page: String(page) } : {}),
  }).toString();
  return query === "" ? "/reports" : `/reports?${query}`;
}

function StateFilter({ filter, counts }: { filter: ReportFilter; counts: Found["counts"] }) {
  const states = [
    { open: true, label: `Open (${counts.open})` },
    { open: false, label: `Closed (${counts.closed})` },
  ];
  return (
    <nav aria-label="Which reports" className="flex flex-wrap items-center gap-2">
      {states.map(({ open, label }) => (
        <Link
          key={label}
          href={addressOf({ ...filter, open, page: 1 })}
          aria-current={open === filter.open ? "page" : undefined}
          className="flex h-9 items-center rounded-md border border-line px-3 text-sm font-medium text-muted hover:bg-sunken hover:text-ink aria-[current=page]:border-accent-line aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-strong"
        >
          {label}
        </Link>
      ))}
      {filter.questionId === null ? null : (
        <LinkButton size="small" look="quiet" href={addressOf({ ...filter, questionId: null })}>
          All questions
        </LinkButton>
      )}
    </nav>
  );
}

function Pages({ filter, found: { page, pages } }: { filter: ReportFilter; found: Found }) {
  const linkTo = (to: number, label: string) =>
    to < 1 || to > pages ? (
      <span />
    ) : (
      <LinkButton size="small" href={addressOf({ ...filter, page: to })}>
        {label}
      </LinkButton>
    );
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-4">
      {linkTo(page - 1, "Previous")}
      <span className="text-sm text-muted tabular-nums">
        Page {page} of {pages}
      </span>
      {linkTo(page + 1, "Next")}
    </nav>
  );
}
