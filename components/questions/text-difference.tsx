import { diffLines, type DiffLine } from "@/components/questions/diff-lines";

type TextDifferenceProps = {
  before: string;
  after: string;
  /** What the two are, as the caption says it. */
  names: { before: string; after: string };
  /** In one word each, said before the lines of either. */
  sides: { before: string; after: string };
  label: string;
};

const LOOKS: Record<DiffLine["side"], { sign: string; className: string }> = {
  both: { sign: " ", className: "text-muted" },
  yours: { sign: "−", className: "bg-bad-soft text-bad" },
  model: { sign: "+", className: "bg-good-soft text-good" },
};

/** Two texts, line by line: what only the first has, and what only the second has. */
export function TextDifference({ before, after, names, sides, label }: TextDifferenceProps) {
  const spoken = { both: "", yours: `${sides.before}: `, model: `${sides.after}: ` };
  return (
    <figure className="min-w-0 overflow-hidden rounded-lg border border-line bg-sunken">
      <figcaption className="border-b border-line px-3.5 py-1.5 text-xs text-muted">
        <span className="text-bad">− {names.before}</span>{" "}
        <span className="text-good">+ {names.after}</span>
      </figcaption>
      <div
        tabIndex={0}
        role="region"
        aria-label={label}
        className="overflow-x-auto py-2 font-mono text-[0.8125rem] leading-[1.6] focus-visible:-outline-offset-2"
      >
        {diffLines(before, after).map(({ side, text }, index) => (
          <div key={index} className={`min-w-max px-3.5 whitespace-pre ${LOOKS[side].className}`}>
            <span aria-hidden>{LOOKS[side].sign} </span>
            <span className="sr-only">{spoken[side]}</span>
            {text}
          </div>
        ))}
      </div>
    </figure>
  );
}
