import { Check, Minus, X } from "lucide-react";
import type { ReactNode } from "react";

import { Badge } from "@/components/ui/badge";
import { InlineMarkdown } from "@/components/ui/markdown";

export type Mark = "right" | "wrong" | "missed" | "none";

const ROWS: Record<Mark, string> = {
  right: "border-good-line bg-good-soft",
  wrong: "border-bad-line bg-bad-soft",
  missed: "border-good-line bg-surface border-dashed",
  none: "border-line bg-surface",
};

const ICONS = {
  right: <Check aria-hidden className="size-4 text-good" strokeWidth={2.5} />,
  wrong: <X aria-hidden className="size-4 text-bad" strokeWidth={2.5} />,
  missed: <Check aria-hidden className="size-4 text-good" strokeWidth={2.5} />,
  none: <Minus aria-hidden className="size-4 text-faint" />,
};

const WORDS: Record<Mark, string> = {
  right: "Right: ",
  wrong: "Wrong: ",
  missed: "Right, not picked: ",
  none: "",
};

type VerdictRowProps = {
  mark: Mark;
  /** E.g. "right one". Colour alone never tells. */
  tag?: string | undefined;
  why?: string | null | undefined;
  children: ReactNode;
};

/** One line of what was asked, and what became of it. */
export function VerdictRow({ mark, tag, why, children }: VerdictRowProps) {
  return (
    <li className={`flex items-start gap-3 rounded-lg border px-3.5 py-2.5 ${ROWS[mark]}`}>
      <span className="mt-1 shrink-0">{ICONS[mark]}</span>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
          <span className="min-w-0">
            <span className="sr-only">{WORDS[mark]}</span>
            {children}
          </span>
          {tag ? <Badge tone={toneOf(mark)}>{tag}</Badge> : null}
        </div>
        {why ? (
          <p className="mt-1 text-sm text-muted">
            <InlineMarkdown text={why} />
          </p>
        ) : null}
      </div>
    </li>
  );
}

const toneOf = (mark: Mark) => (mark === "wrong" ? "bad" : mark === "none" ? "neutral" : "good");
