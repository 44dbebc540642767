"use client";

import {
  Flag,
  FlagOff,
  CirclePause,
  History,
  Keyboard,
  ListChecks,
  Moon,
  RotateCcw,
  type LucideIcon,
} from "lucide-react";

import type { Panel } from "@/components/study/panel";
import type { StudySession } from "@/components/study/use-session";
import { Kbd } from "@/components/ui/kbd";

type QuestionMenuProps = { study: StudySession; onPanel: (panel: Panel | null) => void };

/** What can be done with the question on screen besides answering it. */
export function QuestionMenu({ study, onPanel }: QuestionMenuProps) {
  const item = study.session.asked?.item;
  return (
    <ul className="-mx-2 flex flex-col">
      {item ? <ItemActions flagged={item.flagged} study={study} onPanel={onPanel} /> : null}
      {PANELS.map(({ panel, ...rest }) => (
        <MenuItem
          key={panel}
          {...rest}
          onPick={() => {
            onPanel(panel);
          }}
        />
      ))}
    </ul>
  );
}

const PANELS = [
  {
    panel: "recent",
    icon: History,
    name: "Recent actions",
    says: "What you did last, to be taken back",
    shortcut: "U",
  },
  {
    panel: "help",
    icon: Keyboard,
    name: "Keys",
    says: "What the keyboard does, and whether single keys do anything",
    shortcut: "?",
  },
  {
    panel: "sessions",
    icon: ListChecks,
    name: "Other sessions",
    says: "Weak points, one bank, ten minutes, a drill …",
  },
] as const satisfies readonly (Omit<MenuItemProps, "onPick"> & { panel: Panel })[];

function ItemActions({ flagged, study, onPanel }: QuestionMenuProps & { flagged: boolean }) {
  const closing = (act: () => Promise<void>) => () => {
    onPanel(null);
    void act();
  };
  return (
    <>
      <MenuItem
        icon={flagged ? FlagOff : Flag}
        name={flagged ? "Remove the flag" : "Flag"}
        says="Find it again under Banks, or study what you flagged"
        shortcut="L"
        onPick={closing(study.toggleFlag)}
      />
      <MenuItem
        icon={Moon}
        name="Set aside until tomorrow"
        says="Not asked again today; its memory stays as it is"
        shortcut="B"
        onPick={closing(() => study.act("bury"))}
      />
      <MenuItem
        icon={CirclePause}
        name="Suspend"
        says="Not asked until you resume it on its own page"
        shortcut="S"
        onPick={closing(() => study.act("suspend"))}
      />
      <MenuItem
        icon={RotateCcw}
        name="Start afresh…"
        says="Forget its memory: the question is new again"
        shortcut="X"
        onPick={() => {
          onPanel("afresh");
        }}
      />
    </>
  );
}

type MenuItemProps = {
  icon: LucideIcon;
  name: string;
  says: string;
  shortcut?: string;
  onPick: () => void;
};

function MenuItem({ icon: Icon, name, says, shortcut, onPick }: MenuItemProps) {
  return (
    <li>
      <button
        type="button"
        onClick={onPick}
        className="flex w-full items-center gap-3.5 rounded-md px-3 py-2.5 text-start -outline-offset-2 transition-colors hover:bg-sunken"
      >
        <Icon aria-hidden className="size-5 shrink-0 text-muted" />
        <span className="min-w-0 flex-1">
          <span className="block font-medium">{name}</span>
          <span className="block text-sm text-muted">{says}</span>
        </span>
        {shortcut ? <Kbd>{shortcut}</Kbd> : null}
      </button>
    </li>
  );
}
