"use client";

import { Lightbulb } from "lucide-react";
import type { ReactNode, Ref } from "react";

import { Exhibits } from "@/components/questions/exhibits";
import { viewOf } from "@/components/questions/registry";
import { Badge } from "@/components/ui/badge";
import { InlineMarkdown, Markdown } from "@/components/ui/markdown";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";

type AskedQuestionProps = {
  question: PublicQuestion;
  bankTitle: string;
  /** Beside the bank's title. */
  badges?: ReactNode;
  draft: unknown;
  onDraft: (draft: unknown) => void;
  disabled: boolean;
  hintShown: boolean;
  promptId: string;
  frame?: Ref<HTMLDivElement>;
};

/** A question as learners are asked it, and where it is answered. */
export function AskedQuestion(props: AskedQuestionProps) {
  const { question, bankTitle, badges, draft, onDraft, disabled, hintShown, promptId, frame } =
    props;
  const view = viewOf(question.kind);
  return (
    <div ref={frame} className="flex flex-col gap-5">
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-sm text-muted">{bankTitle}</span>
          {badges}
          <ReleaseBadge kubernetes={question.kubernetes} />
        </div>
        <div id={promptId} tabIndex={-1} className="text-lg">
          <Markdown text={question.prompt} />
        </div>
        <Exhibits exhibits={question.exhibits} />
      </div>
      <view.Ask
        body={question.body}
        draft={draft}
        onChange={onDraft}
        disabled={disabled}
        promptId={promptId}
      />
      {hintShown && question.hint ? (
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

function ReleaseBadge({ kubernetes }: Pick<PublicQuestion, "kubernetes">) {
  if (!kubernetes) return null;
  const { since, until } = kubernetes;
  if (since && until) return <Badge>{`Kubernetes ${since}–${until}`}</Badge>;
  return <Badge>{since ? `Kubernetes ≥ ${since}` : `Kubernetes ≤ ${until ?? ""}`}</Badge>;
}
