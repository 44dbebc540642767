"use client";

import { useEffect, useRef } from "react";

import { AskedQuestion } from "@/components/questions/asked-question";
import { viewOf } from "@/components/questions/registry";
import type { Asked } from "@/components/study/session";
import { Badge } from "@/components/ui/badge";

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
  const { typed } = viewOf(question.kind);
  const ref = useFocusOn(`${JSON.stringify(asked.item.ticket)} ${asked.tries}`, typed);

  return (
    <AskedQuestion
      frame={ref}
      question={question}
      bankTitle={bankTitle}
      badges={
        <>
          {reason === "new" ? <Badge tone="accent">New</Badge> : null}
          {reason === "learning" ? <Badge tone="partly">Again</Badge> : null}
          {purpose === "drill" || asked.first ? <Badge>Practice</Badge> : null}
          {flagged ? <Badge tone="accent">Flagged</Badge> : null}
        </>
      }
      draft={asked.draft}
      onDraft={onDraft}
      disabled={disabled}
      hintShown={asked.hintShown}
      promptId={PROMPT_ID}
    />
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
