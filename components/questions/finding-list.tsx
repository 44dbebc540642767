import { FindingNumber } from "@/components/questions/annotated-line";
import { InlineMarkdown } from "@/components/ui/markdown";
import type { Finding } from "@/lib/domain/kubectl/model";

type FindingListProps = { findings: readonly Finding[]; tone: "bad" | "partly" };

/** What was found, by the numbers drawn on the line; then what is missing from it. */
export function FindingList({ findings, tone }: FindingListProps) {
  if (findings.length === 0) return null;
  return (
    <ol aria-label="Findings" className="flex flex-col gap-2.5">
      {findings.map((finding, index) => (
        <li key={index} className="flex items-start gap-2.5">
          <FindingNumber number={index + 1} tone={tone} className="mt-1 shrink-0" />
          <div className="min-w-0">
            <InlineMarkdown text={finding.message} />
            <Difference finding={finding} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Difference({ finding: { field, expected, got } }: { finding: Finding }) {
  if (expected === null && got === null) return null;
  return (
    <p className="mt-1 flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm text-muted">
      {field ? <span className="font-mono text-[0.8125rem]">{field}</span> : null}
      {got === null ? null : (
        <span>
          got <code className="inline-code text-bad">{got || "nothing"}</code>
        </span>
      )}
      {expected === null ? null : (
        <span>
          wanted <code className="inline-code text-good">{expected || "nothing"}</code>
        </span>
      )}
    </p>
  );
}
