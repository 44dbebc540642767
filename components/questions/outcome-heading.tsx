import {
  CircleCheck,
  CircleDot,
  CircleHelp,
  CircleX,
  PenLine,
  type LucideIcon,
} from "lucide-react";
import type { ReactNode, Ref } from "react";

import type { Outcome } from "@/lib/domain/questions/question-kind";

type Look = { title: string; icon: LucideIcon; tone: string };

const GOOD = "border-good-line bg-good-soft text-good";
const PARTLY = "border-partly-line bg-partly-soft text-partly";
const BAD = "border-bad-line bg-bad-soft text-bad";
const OWN = "border-accent-line bg-accent-soft text-accent-strong";

const LOOKS: Record<Outcome, Look> = {
  right: { title: "Right", icon: CircleCheck, tone: GOOD },
  "right-with-extras": { title: "Right, with more than needed", icon: CircleCheck, tone: GOOD },
  partly: { title: "Partly right", icon: CircleDot, tone: PARTLY },
  wrong: { title: "Not right", icon: CircleX, tone: BAD },
  "gave-up": { title: "Here is the answer", icon: CircleHelp, tone: PARTLY },
  "cannot-judge": { title: "This cannot be judged here", icon: CircleHelp, tone: OWN },
  "self-mark": { title: "Compare and mark it yourself", icon: PenLine, tone: OWN },
};

type OutcomeHeadingProps = {
  outcome: Outcome;
  score: number | null;
  headingRef?: Ref<HTMLHeadingElement>;
  /** What follows from it. */
  children?: ReactNode;
};

/** The verdict in a word, a colour and a sign. */
export function OutcomeHeading({ outcome, score, headingRef, children }: OutcomeHeadingProps) {
  const { title, icon: Icon, tone } = LOOKS[outcome];
  return (
    <div className={`flex items-start gap-3 rounded-lg border px-4 py-3 ${tone}`}>
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0">
        <h2 ref={headingRef} tabIndex={-1} className="text-lg leading-6 font-semibold">
          {title}
          {outcome === "partly" && score !== null ? (
            <span className="font-normal"> · {Math.round(score * 100)} %</span>
          ) : null}
        </h2>
        {children}
      </div>
    </div>
  );
}
