"use client";

import { useEffect, useEffectEvent, useState } from "react";

import { viewOf } from "@/components/questions/registry";
import type { ReportTarget } from "@/components/reports/report-dialog";
import { AskScreen } from "@/components/study/ask-screen";
import { KeptScreen } from "@/components/study/kept-screen";
import type { Panel } from "@/components/study/panel";
import { screenKeys } from "@/components/study/screen-keys";
import {
  LessonScreen,
  loadNextScreens,
  loadScreens,
  ReportDialog,
  StudyPanel,
  StudySummary,
  VerdictScreen,
} from "@/components/study/screens-on-demand";
import { questionsLeft, type Session } from "@/components/study/session";
import type { SessionQuery } from "@/components/study/session-query";
import { StudyBroken, StudyLoading } from "@/components/study/study-placeholders";
import { StudyTop } from "@/components/study/study-top";
import { useSession, type StudySession } from "@/components/study/use-session";
import { useShortcutsSetting } from "@/components/study/use-shortcuts-setting";
import type { QueueResponse, Ticket } from "@/lib/domain/study/queue-contract";

type PlayerProps = {
  userId: string;
  /** Names the build that the page is of. */
  build: string;
  query: SessionQuery;
  /** The first questions; null in a page that is kept for later. */
  first: QueueResponse | null;
  /** What kind of session it is, when it is not the usual one. */
  title: string | null;
  bankTitles: Record<string, string>;
};

/** The study screen: one question at a time, from the first to the summary. */
export function Player({ userId, build, query, first, title, bankTitles }: PlayerProps) {
  const loadVerdict = VerdictScreen.preload;
  const study = useSession({ userId, build, query, first, loadScreens, loadVerdict });
  const { session } = study;
  useNextScreens(session);
  /** Undefined until one was opened. */
  const [panel, setPanel] = useState<Panel | null>();
  const [shortcuts, setShortcuts] = useShortcutsSetting();
  const [reportOpen, setReportOpen] = useState<boolean | null>(null);
  const openReport = () => {
    setReportOpen(true);
  };

  return (
    <div className="flex flex-1 flex-col gap-5">
      <StudyTop
        title={title}
        done={session.results.length}
        left={questionsLeft(session)}
        onUndo={() => void study.undo()}
        onReport={session.asked ? openReport : null}
        onMenu={() => {
          setPanel("menu");
        }}
        onHelp={() => {
          setPanel("help");
        }}
      />
      <Stage
        study={study}
        query={query}
        bankTitles={bankTitles}
        shortcuts={shortcuts}
        onPanel={setPanel}
        onReport={openReport}
      />
      {reportOpen === null ? null : (
        <ReportDialog open={reportOpen} onOpen={setReportOpen} targets={reportTargets(session)} />
      )}
      {panel === undefined ? null : (
        <StudyPanel
          panel={panel}
          onPanel={setPanel}
          study={study}
          kindKeys={session.asked ? viewOf(session.asked.item.question.kind).keys : null}
          shortcuts={shortcuts}
          onShortcuts={setShortcuts}
        />
      )}
    </div>
  );
}

/** Nobody answers within this time, and everything that shows the question goes first. */
const NEXT_SCREENS_AFTER_MS = 250;

function useNextScreens({ asked, upcoming }: Session): void {
  const isAsked = asked !== null;
  const load = useEffectEvent(() => {
    // Should they not come now, they are asked for again when they are shown.
    loadNextScreens(upcoming.map(({ question }) => question)).catch(() => undefined);
  });
  useEffect(() => {
    if (!isAsked) return;
    const timer = setTimeout(load, NEXT_SCREENS_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [isAsked]);
}

type StageProps = {
  study: StudySession;
  query: SessionQuery;
  bankTitles: Record<string, string>;
  shortcuts: boolean;
  onPanel: (panel: Panel) => void;
  onReport: () => void;
};

function Stage({ study, query, bankTitles, shortcuts, onPanel, onReport }: StageProps) {
  const { phase, asked, verdict, problem } = study.session;
  if (phase === "broken") return <StudyBroken problem={problem ?? ""} onRetry={study.reload} />;
  if (phase === "done") {
    return (
      <StudySummary
        study={study}
        query={query}
        onSessions={() => {
          onPanel("sessions");
        }}
      />
    );
  }
  if (!asked) return <StudyLoading />;
  if (phase === "lesson") {
    return <LessonScreen key={asked.item.question.id} study={study} asked={asked} />;
  }

  const bankTitle = bankTitles[asked.item.question.bank] ?? "";
  const onScreenKey = screenKeys({ study, onPanel, onReport });
  if (phase === "kept") {
    return <KeptScreen study={study} asked={asked} bankTitle={bankTitle} shortcuts={shortcuts} />;
  }
  const shared = { study, asked, bankTitle, shortcuts, onScreenKey };
  return verdict ? (
    <VerdictScreen verdict={verdict} onReport={onReport} {...shared} />
  ) : (
    <AskScreen key={`${keyOf(asked.item.ticket)} ${asked.tries}`} {...shared} />
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
