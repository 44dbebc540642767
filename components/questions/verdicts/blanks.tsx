import type { VerdictPropsOf } from "@/components/questions/verdict-props";
import { VerdictRow } from "@/components/questions/verdict-row";

export function BlanksVerdict({ body, given, solution }: VerdictPropsOf<"blanks">) {
  const verdictOf = (name: string) => given?.detail.blanks.find((blank) => blank.name === name);
  const solutionOf = (name: string) => solution.blanks.find((blank) => blank.name === name);
  return (
    <div className="flex flex-col gap-4">
      <div
        className={
          body.language === "prose"
            ? "rounded-lg border border-line bg-surface px-4 py-3.5 leading-8"
            : "overflow-x-auto rounded-lg border border-line bg-sunken px-3.5 py-3 font-mono text-[0.8125rem] leading-7 whitespace-pre"
        }
        {...(body.language === "prose"
          ? {}
          : { tabIndex: 0, role: "region", "aria-label": "The text, filled in" })}
      >
        {body.segments.map((part, index) =>
          "blank" in part ? (
            <FilledBlank
              key={index}
              given={verdictOf(part.blank)}
              right={solutionOf(part.blank)?.accepted[0] ?? ""}
            />
          ) : (
            <span key={index}>{part.text}</span>
          ),
        )}
      </div>
      <ol className="flex flex-col gap-2">
        {solution.blanks.map(({ name, accepted, why }) => {
          const verdict = verdictOf(name);
          return (
            <VerdictRow
              key={name}
              mark={verdict ? (verdict.right ? "right" : "wrong") : "missed"}
              why={verdict?.why ? `${verdict.why} ${why}` : why}
              tag={verdict?.caseOnly ? "capital letters matter" : undefined}
            >
              {verdict && !verdict.right && verdict.given ? (
                <del className="me-2 font-mono text-sm text-bad">{verdict.given}</del>
              ) : null}
              {accepted.map((text) => (
                <code key={text} className="inline-code me-1">
                  {text}
                </code>
              ))}
            </VerdictRow>
          );
        })}
      </ol>
    </div>
  );
}

type FilledBlankProps = { given: { given: string; right: boolean } | undefined; right: string };

function FilledBlank({ given, right }: FilledBlankProps) {
  const base = "rounded-sm px-1.5 py-0.5 font-mono text-[0.9em]";
  if (given?.right) {
    return <span className={`${base} bg-good-soft text-good`}>{given.given}</span>;
  }
  return (
    <>
      {given?.given ? (
        <del className={`${base} me-1 bg-bad-soft text-bad`}>{given.given}</del>
      ) : null}
      <ins className={`${base} bg-good-soft text-good no-underline`}>{right}</ins>
    </>
  );
}
