import type { ReactNode } from "react";

import { PaintedLine } from "@/components/kubectl/painted-line";
import { CodeBlock } from "@/components/ui/code-block";
import type { ExplainedFlag, ExplainedLine } from "@/lib/domain/kubectl/explain/explain-line";
import type { ExplainedStep } from "@/lib/domain/kubectl/explain/describe-step";

/** How kubectl reads one line: what it is made of, what it sends, or why it is refused. */
export function ExplainedLineView({ line, text }: { line: ExplainedLine; text: string }) {
  return (
    <article className="flex flex-col gap-5 rounded-xl border border-line bg-surface p-4 shadow-low sm:p-6">
      <PaintedLine line={line} text={text} />
      <Trouble line={line} />
      {line.command ? (
        <Section title={`kubectl ${line.command.path.join(" ")}`}>
          <p>{line.command.summary}</p>
          {line.command.usage ? (
            <p className="mt-1 overflow-x-auto font-mono text-xs text-muted">
              {line.command.usage}
            </p>
          ) : null}
        </Section>
      ) : null}
      {line.flags.length > 0 ? <Flags flags={line.flags} /> : null}
      {line.steps.length > 0 ? (
        <Section title="What happens">
          <ol className="flex flex-col gap-4">
            {line.steps.map((step, index) => (
              <li key={index}>
                <Step step={step} />
              </li>
            ))}
          </ol>
        </Section>
      ) : null}
      {line.output ? <p className="text-muted">{line.output}</p> : null}
    </article>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-1.5 text-sm font-semibold text-muted">{title}</h2>
      {children}
    </section>
  );
}

/** What kubectl would say instead of doing it, and what surely was not meant. */
function Trouble({ line }: { line: ExplainedLine }) {
  const { refusal, unjudgeable, warnings, notices } = line;
  return (
    <>
      {refusal ? (
        <div className="flex flex-col gap-2">
          {refusal.message ? <CodeBlock title="kubectl would say" text={refusal.message} /> : null}
          {refusal.hint ? <p className="font-medium">{refusal.hint}</p> : null}
        </div>
      ) : null}
      {unjudgeable ? <p className="text-partly">{unjudgeable.message}</p> : null}
      {warnings.map((warning) => (
        <CodeBlock key={warning} title="kubectl warns" text={warning} />
      ))}
      {notices.map((notice) => (
        <p key={`${notice.code}-${notice.span.start}`} className="text-partly">
          {notice.message}
        </p>
      ))}
    </>
  );
}

function Flags({ flags }: { flags: readonly ExplainedFlag[] }) {
  return (
    <Section title="Flags">
      <dl className="flex flex-col gap-2">
        {flags.map((flag) => (
          <div
            key={`${flag.name}-${flag.span.start}`}
            className="sm:grid sm:grid-cols-[14rem_1fr] sm:gap-4"
          >
            <dt className="font-mono text-[0.8125rem] break-words">
              --{flag.name}
              <span className="text-muted">={flag.value}</span>
            </dt>
            <dd className="text-sm text-muted">{flag.meaning}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Step({ step }: { step: ExplainedStep }) {
  return (
    <div className="flex flex-col gap-2">
      <p>{step.sentence}</p>
      {step.requests.map((request) => (
        <p key={request} className="font-mono text-[0.8125rem] break-all text-accent">
          {request}
        </p>
      ))}
      {step.yaml ? <CodeBlock title="YAML" text={step.yaml} language="yaml" /> : null}
    </div>
  );
}
