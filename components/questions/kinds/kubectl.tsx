import { CommandInput } from "@/components/kubectl/command-input";
import { AnnotatedLine } from "@/components/questions/annotated-line";
import { FindingList } from "@/components/questions/finding-list";
import type { BodyOf, VerdictPropsOf, ViewOf } from "@/components/questions/kind-view";
import { ShellGiven } from "@/components/questions/shell-given";
import { YamlDifference } from "@/components/questions/yaml-difference";
import { CodeBlock } from "@/components/ui/code-block";
import type { TaskContext } from "@/lib/domain/kubectl/model";
import type { DetailOf } from "@/lib/domain/questions/grade-answer";

type Draft = { text: string };

export const kubectlView: ViewOf<"kubectl", Draft> = {
  typed: true,
  keys: "Enter sends; Tab completes; ↑ brings back earlier lines; Shift+Enter starts a new line",
  start: () => ({ text: "" }),
  toAnswer: ({ text }) => (text.trim() === "" ? null : { kind: "kubectl", text }),
  toKeep: ({ text }) => (text === "" ? null : { kind: "kubectl", text }),
  resume: ({ text }) => ({ text }),
  Ask: ({ body, draft, onChange, disabled, promptId, aids = true, inQuiz = false }) => (
    <div className="flex flex-col gap-4">
      <ShellGiven given={body.given} />
      <div className="flex flex-col gap-2">
        <CommandInput
          value={draft.text}
          disabled={disabled}
          promptId={promptId}
          many={body.lines === "many"}
          context={contextOf(body.given)}
          completion={aids}
          onChange={(text) => {
            onChange({ text });
          }}
        />
        {body.lines === "many" ? (
          <p className="text-sm text-muted">
            Takes more than one command: one on each line.{inQuiz ? "" : " Ctrl+Enter sends."}
          </p>
        ) : null}
      </div>
    </div>
  ),
  Verdict: KubectlVerdict,
};

/** What the learner is told is all that completion knows of the cluster. */
function contextOf(given: BodyOf<"kubectl">["given"]): TaskContext {
  const { aliases, variables, contexts, files, namespace } = given;
  return {
    aliases,
    variables,
    contexts,
    files: Object.fromEntries(files.map(({ path, text }) => [path, text])),
    ...(namespace === null ? {} : { namespace }),
  };
}

function KubectlVerdict({ given, solution }: VerdictPropsOf<"kubectl">) {
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
