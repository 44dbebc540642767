"use client";

import { useLayoutEffect, useRef } from "react";

import { AskedQuestion } from "@/components/questions/asked-question";
import { viewOf } from "@/components/questions/registry";
import type { Asked } from "@/components/study/session";
import { Badge } from "@/components/ui/badge";

const PROMPT_ID = "question-prompt";

type QuestionCardProps = {
  asked: Asked;
  /** Not to be answered yet. */
  opening: boolean;
  disabled: boolean;
  bankTitle: string;
  onDraft: (draft: unknown) => void;
};

/** The question and where it is answered. Takes the focus when it appears. */
export function QuestionCard({ asked, opening, disabled, bankTitle, onDraft }: QuestionCardProps) {
  const { question, reason, purpose, flagged } = asked.item;
  const { typed } = viewOf(question.kind);
  const key = `${JSON.stringify(asked.item.ticket)} ${asked.tries}`;
  const ref = useFocusOn({ key, typed, opening });

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

type FocusOptions = { key: string; typed: boolean; opening: boolean };

/**
 * To the first field where one types, else to the prompt: the keys work from there. Before
 * anybody can do something with what is on screen, so that nothing they turn to loses the
 * focus again; and it stays where they turned to while the page was opening.
 */
function useFocusOn({ key, typed, opening }: FocusOptions) {
  const ref = useRef<HTMLDivElement>(null);
  const wasOpening = useRef(opening);
  useLayoutEffect(() => {
    if (opening) return;
    const isFirst = wasOpening.current;
    wasOpening.current = false;
    if (isFirst && ref.current?.closest("main")?.contains(document.activeElement)) return;
    const field = typed ? ref.current?.querySelector<HTMLElement>("textarea, select, input") : null;
    const target = field ?? document.getElementById(PROMPT_ID);
    target?.focus({ preventScroll: true });
    if (!isFirst) window.scrollTo({ top: 0 });
  }, [key, typed, opening]);
  return ref;
}
