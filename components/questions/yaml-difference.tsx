import { diffLines, type DiffLine } from "@/components/questions/diff-lines";

type YamlDifferenceProps = { model: string; yours: string };

const LOOKS: Record<DiffLine["side"], { sign: string; name: string; className: string }> = {
  both: { sign: " ", name: "", className: "text-muted" },
  yours: { sign: "−", name: "Yours: ", className: "bg-bad-soft text-bad" },
  model: { sign: "+", name: "Wanted: ", className: "bg-good-soft text-good" },
};

/** The object that the answer makes, line by line beside the one that was wanted. */
export function YamlDifference({ model, yours }: YamlDifferenceProps) {
  return (
    <figure className="min-w-0 overflow-hidden rounded-lg border border-line bg-sunken">
      <figcaption className="border-b border-line px-3.5 py-1.5 text-xs text-muted">
        <span className="text-bad">− what your line makes</span>{" "}
        <span className="text-good">+ what is wanted</span>
      </figcaption>
      <div
        tabIndex={0}
        role="region"
        aria-label="How the objects differ"
        className="overflow-x-auto py-2 font-mono text-[0.8125rem] leading-[1.6] focus-visible:-outline-offset-2"
      >
        {diffLines(yours, model).map(({ side, text }, index) => (
          <div key={index} className={`min-w-max px-3.5 whitespace-pre ${LOOKS[side].className}`}>
            <span aria-hidden>{LOOKS[side].sign} </span>
            <span className="sr-only">{LOOKS[side].name}</span>
            {text}
          </div>
        ))}
      </div>
    </figure>
  );
}
