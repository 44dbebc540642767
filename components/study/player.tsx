"use client";

import { useState } from "react";

import { viewOf } from "@/components/questions/registry";
import { ReportDialog, type ReportTarget } from "@/components/reports/report-dialog";
import { AskScreen } from "@/components/study/ask-screen";
import { ConnectionBanner } from "@/components/study/connection-banner";
import { HelpDialog } from "@/components/study/help-dialog";
import { questionsLeft, type Session } from "@/components/study/session";
import { StudyBroken, StudyLoading } from "@/components/study/study-placeholders";
import { StudySummary } from "@/components/study/study-summary";
import { StudyTop } from "@/components/study/study-top";
import { useSession, type StudySession } from "@/components/study/use-session";
import { useShortcutsSetting } from "@/components/study/use-shortcuts-setting";
import { VerdictScreen } from "@/components/study/verdict-screen";
import type { Ticket } from "@/lib/domain/study/queue-contract";

type PlayerProps = {
  userId: string;
  /** Only these banks; all when empty. */
  banks: string[];
  bankTitles: Record<string, string>;
};

/** The study screen: one question at a time, from the first to the summary. */
export function Player({ userId, banks, bankTitles }: PlayerProps) {
  const study = useSession({ userId, banks });
  const { session } = study;
  const [helpOpen, setHelpOpen] = useState(false);
  const [shortcuts, setShortcuts] = useShortcutsSetting();
  const [reportOpen, setReportOpen] = useState(false);
  const openHelp = () => {
    setHelpOpen(true);
  };
  const openReport = () => {
    setReportOpen(true);
  };

  return (
    <div className="flex flex-1 flex-col gap-5">
      <StudyTop
        done={session.results.length}
        left={questionsLeft(session)}
        onUndo={() => void study.undo()}
        onReport={session.asked ? openReport : null}
        onHelp={openHelp}
      />
      {study.waiting > 0 ? <ConnectionBanner /> : null}
      <Stage
        study={study}
        bankTitles={bankTitles}
        shortcuts={shortcuts}
        onHelp={openHelp}
        onReport={openReport}
      />
      <ReportDialog open={reportOpen} onOpen={setReportOpen} targets={reportTargets(session)} />
      <HelpDialog
        open={helpOpen}
        onClose={() => {
          setHelpOpen(false);
        }}
        kindKeys={session.asked ? viewOf(session.asked.item.question.kind).keys : null}
        shortcuts={shortcuts}
        onShortcuts={setShortcuts}
      />
    </div>
  );
}

type StageProps = {
  study: StudySession;
  bankTitles: Record<string, string>;
  shortcuts: boolean;
  onHelp: () => void;
  onReport: () => void;
};

function Stage({ study, bankTitles, shortcuts, onHelp, onReport }: StageProps) {
  const { phase, asked, verdict, problem, results, nextDueAt } = study.session;
  if (phase === "broken") return <StudyBroken problem={problem ?? ""} onRetry={study.reload} />;
  if (phase === "done") {
    return (
      <StudySummary
        results={results}
        nextDueAt={nextDueAt}
        now={study.now}
        onContinue={study.reload}
        onUndo={() => void study.undo()}
      />
    );
  }
  if (!asked) return <StudyLoading />;

  const bankTitle = bankTitles[asked.item.question.bank] ?? "";
  const shared = { study, asked, bankTitle, shortcuts, onHelp, onReport };
  return verdict ? (
    <VerdictScreen verdict={verdict} {...shared} />
  ) : (
    <AskScreen key={keyOf(asked.item.ticket)} {...shared} />
  );
}

/** What is on screen: the answer once there is a verdict, before it what is typed so far. */
function reportTargets({ asked, verdict }: Session): ReportTarget[] {
  if (!asked) return [];
  if (verdict) return [{ label: "Your answer", about: { reviewId: verdict.review.id } }];
  const { question, ticket } = asked.item;
  const answer = viewOf(question.kind).toAnswer(asked.draft, question.body);
  return [{ label: "This question", about: { ticket, answer } }];
}

const keyOf = ({ questionId, version, occurrence }: Ticket) =>
  `${questionId} ${version} ${occurrence}`;
