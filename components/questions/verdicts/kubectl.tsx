import { AnnotatedLine } from "@/components/questions/annotated-line";
import { FindingList } from "@/components/questions/finding-list";
import type { VerdictPropsOf } from "@/components/questions/verdict-props";
import { YamlDifference } from "@/components/questions/yaml-difference";
import { CodeBlock } from "@/components/ui/code-block";
import type { DetailOf } from "@/lib/domain/questions/grade-answer";

export function KubectlVerdict({ given, solution }: VerdictPropsOf<"kubectl">) {
  const detail = given?.detail;
  const model = solution.accepted[0] ?? "";
  const isModel = detail?.text.trim() === model.trim();
  return (
    <div className="flex flex-col gap-4">
      {detail ? <Judged detail={detail} /> : null}
      {isModel ? null : <CodeBlock wrap title="Model answer" text={model} />}
      <OtherWays lines={solution.accepted.slice(1)} />
    </div>
  );
}

/** The learner's own line with what was found on it. */
function Judged({ detail }: { detail: DetailOf<"kubectl"> }) {
  const { text, verdict, findings, error, objects, effects } = detail;
  const tone = verdict === "wrong" ? "bad" : "partly";
  return (
    <>
      <AnnotatedLine text={text} findings={findings} tone={tone} />
      {error ? <CodeBlock wrap title="kubectl would say" text={error} /> : null}
      <FindingList findings={findings} tone={tone} />
      {objects ? <YamlDifference {...objects} /> : null}
      {effects.length > 0 ? <WhyRightToo effects={effects} /> : null}
    </>
  );
}

function OtherWays({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <details className="group rounded-lg border border-line px-4 py-2.5">
      <summary className="text-sm font-medium text-muted hover:text-ink">
        {lines.length === 1 ? "Another way to do it" : `${lines.length} other ways to do it`}
      </summary>
      <ul className="mt-2 flex flex-col gap-2 pb-1">
        {lines.map((line) => (
          <li key={line} className="font-mono text-[0.8125rem] break-words whitespace-pre-wrap">
            {line}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Shown when the answer is right and not the model answer. */
function WhyRightToo({ effects }: { effects: readonly string[] }) {
  return (
    <div className="rounded-lg border border-line px-4 py-2.5 text-sm">
      <p className="font-medium">Why this is right too: it does the same</p>
      <ul className="mt-1 list-disc ps-5 text-muted">
        {effects.map((effect, index) => (
          <li key={index}>{effect}</li>
        ))}
      </ul>
    </div>
  );
}
