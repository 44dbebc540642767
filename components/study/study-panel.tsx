"use client";

import { useEffect, useRef } from "react";

import { HelpPanel } from "@/components/study/help-panel";
import type { Panel } from "@/components/study/panel";
import { QuestionMenu } from "@/components/study/question-menu";
import { RecentActions } from "@/components/study/recent-actions";
import { SessionsPanel } from "@/components/study/sessions-panel";
import { StartAfresh } from "@/components/study/start-afresh";
import type { StudySession } from "@/components/study/use-session";
import { Dialog } from "@/components/ui/dialog";

const TITLES: Record<Panel, string> = {
  help: "Keys",
  menu: "This question",
  afresh: "Start afresh?",
  recent: "Recent actions",
  sessions: "Sessions",
};

type StudyPanelProps = {
  /** Null while nothing is open. */
  panel: Panel | null;
  onPanel: (panel: Panel | null) => void;
  study: StudySession;
  kindKeys: string | null;
  shortcuts: boolean;
  onShortcuts: (on: boolean) => void;
};

/** What opens over the study screen. It comes with the first of them that is opened. */
export function StudyPanel(props: StudyPanelProps) {
  const { panel, onPanel } = props;
  const content = useRef<HTMLDivElement>(null);
  const before = useRef<Panel | null>(null);
  useEffect(() => {
    // From one to the next the dialog stays, and the focus would be lost with what had it.
    if (panel !== null && before.current !== null) content.current?.focus();
    before.current = panel;
  }, [panel]);
  return (
    <Dialog
      open={panel !== null}
      title={panel === null ? "" : TITLES[panel]}
      onClose={() => {
        onPanel(null);
      }}
    >
      <div ref={content} tabIndex={-1} className="outline-none">
        {panel === null ? null : <Content {...props} panel={panel} />}
      </div>
    </Dialog>
  );
}

type ContentProps = StudyPanelProps & { panel: Panel };

function Content({ panel, onPanel, study, kindKeys, shortcuts, onShortcuts }: ContentProps) {
  switch (panel) {
    case "help":
      return <HelpPanel kindKeys={kindKeys} shortcuts={shortcuts} onShortcuts={onShortcuts} />;
    case "menu":
      return <QuestionMenu study={study} onPanel={onPanel} />;
    case "afresh":
      return (
        <StartAfresh
          onConfirm={() => void study.act("reset")}
          onClose={() => {
            onPanel(null);
          }}
        />
      );
    case "recent":
      return <RecentActions undo={study.undo} />;
    case "sessions":
      return <SessionsPanel />;
  }
}
