import { CircleHelp, Ellipsis, MessageSquareWarning, Undo2, X } from "lucide-react";
import Link from "next/link";

import { ProgressBar } from "@/components/ui/progress-bar";

type StudyTopProps = {
  /** What kind of session it is; null for the usual one. */
  title: string | null;
  done: number;
  left: number;
  onUndo: () => void;
  /** Null while no question is on screen. */
  onReport: (() => void) | null;
  onMenu: () => void;
  onHelp: () => void;
};

const ICON_BUTTON =
  "flex size-9 shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-sunken hover:text-ink";

export function StudyTop({ title, done, left, onUndo, onReport, onMenu, onHelp }: StudyTopProps) {
  const share = done + left === 0 ? 0 : done / (done + left);
  const text = `${done} answered, ${left} to go`;
  return (
    <div className="flex items-center gap-1.5">
      <Link href="/today" aria-label="Stop studying" title="Stop studying" className={ICON_BUTTON}>
        <X aria-hidden className="size-[1.125rem]" />
      </Link>
      <div className="mx-1.5 flex flex-1 items-center gap-3">
        <span className="flex min-w-0 flex-1 flex-col gap-1">
          {title ? <span className="truncate text-xs text-muted">{title}</span> : null}
          <ProgressBar value={share} label="Progress of this sitting" text={text} />
        </span>
        <Left count={left} isKnown={done + left > 0} />
      </div>
      <button
        type="button"
        onClick={onUndo}
        aria-label="Take back what you did last"
        title="Take back what you did last (Z)"
        className={ICON_BUTTON}
      >
        <Undo2 aria-hidden className="size-[1.125rem]" />
      </button>
      {onReport ? (
        <button
          type="button"
          onClick={onReport}
          aria-label="Report a problem"
          title="Report a problem (R)"
          className={ICON_BUTTON}
        >
          <MessageSquareWarning aria-hidden className="size-[1.125rem]" />
        </button>
      ) : null}
      <button
        type="button"
        onClick={onMenu}
        aria-label="More"
        aria-haspopup="dialog"
        title="More (M)"
        className={ICON_BUTTON}
      >
        <Ellipsis aria-hidden className="size-[1.125rem]" />
      </button>
      <button
        type="button"
        onClick={onHelp}
        aria-label="Keys"
        title="Keys (?)"
        className={`${ICON_BUTTON} max-sm:hidden`}
      >
        <CircleHelp aria-hidden className="size-[1.125rem]" />
      </button>
    </div>
  );
}

const Left = ({ count, isKnown }: { count: number; isKnown: boolean }) => (
  <span
    aria-hidden
    className={`shrink-0 text-sm text-muted tabular-nums ${isKnown ? "" : "invisible"}`}
  >
    {count} left
  </span>
);
