"use client";

import {
  Flag,
  FlagOff,
  CirclePause,
  CirclePlay,
  History,
  Moon,
  RotateCcw,
  type LucideIcon,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { v7 as uuidV7 } from "uuid";

import { doneWords, undoneWords } from "@/components/study/action-words";
import { wordsFor } from "@/components/study/failure-words";
import { RecentActions } from "@/components/study/recent-actions";
import { StartAfresh } from "@/components/study/start-afresh";
import { actOnQuestion, undoLast } from "@/components/study/study-api";
import { useKeys } from "@/components/study/use-keys";
import { useShortcutsSetting } from "@/components/study/use-shortcuts-setting";
import { useAnnounce } from "@/components/ui/announcer";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import type { Marks, QuestionAction } from "@/lib/domain/study/action-contract";

type QuestionActionsProps = {
  questionId: string;
  marks: Marks;
  /** New to the learner: there is nothing to start afresh. */
  isNew: boolean;
  timeZone: string;
};

type Choice = {
  key: string;
  name: string;
  icon: LucideIcon;
  run: () => void;
};

/** What one does with a question besides answering it: by button and by key, all of it to be taken back. */
export function QuestionActions({ questionId, marks, isNew, timeZone }: QuestionActionsProps) {
  const [open, setOpen] = useState<"afresh" | "recent" | null>(null);
  const { act, undo } = useActions(questionId);
  const [shortcuts] = useShortcutsSetting();
  const openAs = (dialog: "afresh" | "recent") => () => {
    setOpen(dialog);
  };
  const isAway = marks.suspended || marks.buriedUntil !== null;
  const choices: Choice[] = [
    marks.flagged
      ? { key: "L", name: "Remove the flag", icon: FlagOff, run: () => void act("unflag") }
      : { key: "L", name: "Flag", icon: Flag, run: () => void act("flag") },
    ...(isAway
      ? [{ key: "S", name: "Resume", icon: CirclePlay, run: () => void act("resume") }]
      : [
          { key: "B", name: "Set aside until tomorrow", icon: Moon, run: () => void act("bury") },
          { key: "S", name: "Suspend", icon: CirclePause, run: () => void act("suspend") },
        ]),
    ...(isNew ? [] : [{ key: "X", name: "Start afresh…", icon: RotateCcw, run: openAs("afresh") }]),
    { key: "U", name: "Recent actions", icon: History, run: openAs("recent") },
  ];

  useKeys((key, { typing }) => {
    if (typing || !shortcuts) return false;
    if (key === "z") {
      void undo();
      return true;
    }
    const choice = choices.find((each) => each.key === key.toUpperCase());
    choice?.run();
    return choice !== undefined;
  });

  return (
    <div className="flex flex-col gap-2 text-base">
      <MarkBadges marks={marks} timeZone={timeZone} />
      <div role="group" aria-label="This question" className="-ms-2.5 flex flex-wrap">
        {choices.map(({ key, name, icon: Icon, run }) => (
          <Button key={name} look="quiet" size="small" onClick={run}>
            <Icon aria-hidden className="size-4" />
            {name}
            <Kbd className="text-faint">{key}</Kbd>
          </Button>
        ))}
      </div>
      <ActionDialogs
        open={open}
        onClose={() => {
          setOpen(null);
        }}
        onAfresh={() => void act("reset")}
        undo={undo}
      />
    </div>
  );
}

function useActions(questionId: string) {
  const router = useRouter();
  const announce = useAnnounce();
  const tell = async (doing: Promise<string>): Promise<void> => {
    const text = await doing.catch(wordsFor);
    announce(text, { visible: true });
    router.refresh();
  };
  return {
    act: (kind: QuestionAction) =>
      tell(
        actOnQuestion({ id: uuidV7(), questionId, kind }).then(({ recorded }) =>
          doneWords(kind, recorded),
        ),
      ),
    undo: async (entryId?: string): Promise<boolean> => {
      let isUndone = false;
      await tell(
        undoLast(uuidV7(), entryId).then(({ undone }) => {
          isUndone = undone !== null;
          return undoneWords(undone, null);
        }),
      );
      return isUndone;
    },
  };
}

function MarkBadges({ marks, timeZone }: { marks: Marks; timeZone: string }) {
  const { suspended, buriedUntil, flagged } = marks;
  if (!suspended && buriedUntil === null && !flagged) return null;
  return (
    <p className="flex flex-wrap gap-2">
      {flagged ? <Badge tone="accent">Flagged</Badge> : null}
      {suspended ? <Badge tone="partly">Suspended: not asked until you resume it</Badge> : null}
      {buriedUntil === null ? null : (
        <Badge tone="partly">{`Set aside until ${dayWords(buriedUntil, timeZone)}`}</Badge>
      )}
    </p>
  );
}

const dayWords = (at: string, timeZone: string): string =>
  new Date(at).toLocaleDateString("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone,
  });

type ActionDialogsProps = {
  open: "afresh" | "recent" | null;
  onClose: () => void;
  onAfresh: () => void;
  undo: (entryId: string) => Promise<boolean>;
};

function ActionDialogs({ open, onClose, onAfresh, undo }: ActionDialogsProps) {
  return (
    <>
      <Dialog open={open === "recent"} title="Recent actions" onClose={onClose}>
        {open === "recent" ? <RecentActions undo={undo} /> : null}
      </Dialog>
      <Dialog open={open === "afresh"} title="Start afresh?" onClose={onClose}>
        <StartAfresh onConfirm={onAfresh} onClose={onClose} />
      </Dialog>
    </>
  );
}
