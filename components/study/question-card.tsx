"use client";

import { Lightbulb } from "lucide-react";
import { useEffect, useRef } from "react";

import { Exhibits } from "@/components/questions/exhibits";
import { viewOf } from "@/components/questions/registry";
import type { Asked } from "@/components/study/session";
import { Badge } from "@/components/ui/badge";
import { InlineMarkdown, Markdown } from "@/components/ui/markdown";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";

const PROMPT_ID = "question-prompt";

type QuestionCardProps = {
  asked: Asked;
  disabled: boolean;
  bankTitle: string;
  onDraft: (draft: unknown) => void;
};

/** The question and where it is answered. Takes the focus when it appears. */
export function QuestionCard({ asked, disabled, bankTitle, onDraft }: QuestionCardProps) {
  const { question, reason, purpose, flagged } = asked.item;
  const view = viewOf(question.kind);
  const ref = useFocusOn(`${JSON.stringify(asked.item.ticket)} ${asked.tries}`, view.typed);

  return (
    <div ref={ref} className="flex flex-col gap-5">
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-sm text-muted">{bankTitle}</span>
          {reason === "new" ? <Badge tone="accent">New</Badge> : null}
          {reason === "learning" ? <Badge tone="partly">Again</Badge> : null}
          {purpose === "drill" || asked.first ? <Badge>Practice</Badge> : null}
          {flagged ? <Badge tone="accent">Flagged</Badge> : null}
          <ReleaseBadge kubernetes={question.kubernetes} />
        </div>
        <div id={PROMPT_ID} tabIndex={-1} className="text-lg">
          <Markdown text={question.prompt} />
        </div>
        <Exhibits exhibits={question.exhibits} />
      </div>
      <view.Ask
        body={question.body}
        draft={asked.draft}
        onChange={onDraft}
        disabled={disabled}
        promptId={PROMPT_ID}
      />
      {asked.hintShown && question.hint ? (
        <p
          role="note"
          className="flex gap-2.5 rounded-lg border border-partly-line bg-partly-soft px-4 py-3"
        >
          <Lightbulb aria-hidden className="mt-1 size-4 shrink-0 text-partly" />
          <span>
            <span className="sr-only">Hint: </span>
            <InlineMarkdown text={question.hint} />
          </span>
        </p>
      ) : null}
    </div>
  );
}

/** To the first field where one types, else to the prompt: the keys work from there. */
function useFocusOn(key: unknown, typed: boolean) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = typed ? ref.current?.querySelector<HTMLElement>("textarea, select, input") : null;
    const target = field ?? document.getElementById(PROMPT_ID);
    target?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [key, typed]);
  return ref;
}

function ReleaseBadge({ kubernetes }: Pick<PublicQuestion, "kubernetes">) {
  if (!kubernetes) return null;
  const { since, until } = kubernetes;
  if (since && until) return <Badge>{`Kubernetes ${since}–${until}`}</Badge>;
  return <Badge>{since ? `Kubernetes ≥ ${since}` : `Kubernetes ≤ ${until ?? ""}`}</Badge>;
}
