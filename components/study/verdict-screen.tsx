"use client";

import { ArrowRight, MessageSquareWarning } from "lucide-react";

import { ActionBar } from "@/components/study/action-bar";
import { RatingBar } from "@/components/study/rating-bar";
import type { Asked, Verdict } from "@/components/study/session";
import { useKeys } from "@/components/study/use-keys";
import type { StudySession } from "@/components/study/use-session";
import { VerdictView } from "@/components/study/verdict-view";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Markdown } from "@/components/ui/markdown";
import type { Kind } from "@/lib/domain/questions/registry";
import type { Rating } from "@/lib/domain/study/rating";

type VerdictScreenProps = {
  study: StudySession;
  asked: Asked;
  verdict: Verdict;
  bankTitle: string;
  shortcuts: boolean;
  /** Keys that mean the same on every screen of a question. */
  onScreenKey: (key: string) => boolean;
  onReport: () => void;
};

/** Kinds whose answer one types: a wrong one can be mended. */
const TYPED_KINDS: readonly Kind[] = ["kubectl", "short", "number", "blanks"];

const canTryAgain = (kind: Kind, { review }: Verdict): boolean =>
  TYPED_KINDS.includes(kind) && (review.outcome === "wrong" || review.outcome === "partly");

const RATING_KEYS: Record<string, Rating> = {
  "1": 1,
  a: 1,
  "2": 2,
  h: 2,
  "3": 3,
  g: 3,
  "4": 4,
  e: 4,
};

export function VerdictScreen({
  study,
  asked,
  verdict,
  bankTitle,
  shortcuts,
  onScreenKey,
  onReport,
}: VerdictScreenProps) {
  const { question } = asked.item;
  const now = study.now();
  const isRated = verdict.alternatives.length > 0;
  const rate = (rating: Rating) => {
    if (isRated && rating !== verdict.review.rating) void study.change({ rating });
  };
  const tryAgain = canTryAgain(question.kind, verdict) ? study.tryAgain : null;

  useKeys((key, { typing, pressable }) => {
    if (key === "Ctrl+Enter" || (key === "Enter" && !typing && !pressable)) {
      study.goOn();
      return true;
    }
    if (typing || !shortcuts) return false;
    const rating = RATING_KEYS[key.toLowerCase()];
    if (rating !== undefined) rate(rating);
    else if (key.toLowerCase() === "t" && tryAgain) tryAgain();
    else return onScreenKey(key);
    return true;
  });

  return (
    <div className="flex flex-1 flex-col gap-5">
      <WhatWasAsked bankTitle={bankTitle} prompt={question.prompt} />
      <VerdictView
        question={question}
        verdict={verdict}
        now={now}
        onMarks={(marks) => void study.change({ marks })}
      />
      <ReportLink onReport={onReport} />
      <ActionBar>
        <div className="flex flex-col gap-2.5 sm:flex-row sm:items-center sm:gap-4">
          {isRated ? (
            <RatingBar
              alternatives={verdict.alternatives}
              rating={verdict.review.rating}
              now={now}
              onRate={rate}
            />
          ) : null}
          <GoOn isLesson={verdict.lesson} onGoOn={study.goOn} onTryAgain={tryAgain} />
        </div>
      </ActionBar>
    </div>
  );
}

type GoOnProps = { isLesson: boolean; onGoOn: () => void; onTryAgain: (() => void) | null };

const GoOn = ({ isLesson, onGoOn, onTryAgain }: GoOnProps) => (
  <div className="flex gap-2.5 sm:ms-auto">
    {onTryAgain ? (
      <Button size="large" onClick={onTryAgain}>
        Try again
        <Kbd>T</Kbd>
      </Button>
    ) : null}
    <Button look="primary" size="large" onClick={onGoOn} className="flex-1 sm:min-w-36">
      {isLesson ? "Lesson" : "Next"}
      <ArrowRight aria-hidden className="size-4 pointer-fine:hidden" />
      <Kbd>Enter</Kbd>
    </Button>
  </div>
);

const WhatWasAsked = ({ bankTitle, prompt }: { bankTitle: string; prompt: string }) => (
  <div className="flex flex-col gap-1.5 text-muted">
    <span className="text-sm">{bankTitle}</span>
    <Markdown text={prompt} />
  </div>
);

const ReportLink = ({ onReport }: { onReport: () => void }) => (
  <Button look="quiet" size="small" onClick={onReport} className="-ms-2.5 self-start">
    <MessageSquareWarning aria-hidden className="size-4" />
    Something wrong with this question?
  </Button>
);
