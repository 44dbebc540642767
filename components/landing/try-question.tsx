"use client";

import { useEffect, useRef, useState } from "react";

import { TryVerdict } from "@/components/landing/try-verdict";
import { viewOf } from "@/components/questions/registry";
import { callApi, Refused } from "@/components/study/api-client";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Markdown } from "@/components/ui/markdown";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";
import type { TryResponse } from "@/lib/domain/study/try-contract";

const PROMPT_ID = "try-prompt";

type Draft = { text: string };

const problemOf = (error: unknown) =>
  error instanceof Refused
    ? error.message
    : "The server could not be reached, or is busy. Try again in a moment.";

type Judgement = { text: string; response: TryResponse };

function useTry() {
  const [judged, setJudged] = useState<Judgement | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function check(text: string) {
    if (text.trim() === "" || pending) return;
    setPending(true);
    setProblem(null);
    try {
      const call = { method: "POST", path: "/api/v1/try/kubectl", body: { text } } as const;
      setJudged({ text, response: await callApi<TryResponse>(call) });
    } catch (error) {
      setProblem(problemOf(error));
    }
    setPending(false);
  }

  return { judged, problem, pending, check };
}

/** One real question, graded before anybody signs up for anything. */
export function TryQuestion({ question }: { question: PublicQuestion }) {
  const [draft, setDraft] = useState<Draft>({ text: "" });
  const { judged, problem, pending, check } = useTry();
  const view = viewOf(question.kind);

  return (
    <section
      aria-label="Try a question"
      className="min-w-0 rounded-xl border border-line bg-surface p-4 shadow-high sm:p-6"
    >
      <p className="mb-3 text-sm font-medium text-accent">Try one</p>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void check(draft.text);
        }}
      >
        <div id={PROMPT_ID} className="text-lg">
          <Markdown text={question.prompt} />
        </div>
        <view.Ask
          body={question.body}
          draft={draft}
          onChange={(next) => {
            setDraft(next as Draft);
          }}
          disabled={false}
          promptId={PROMPT_ID}
        />
        <div className="flex items-center justify-between gap-3">
          <p className="text-sm text-muted">Any spelling that does the task is right.</p>
          <Button type="submit" look="primary" aria-disabled={draft.text.trim() === "" || pending}>
            {pending ? "Checking…" : "Check"}
            <Kbd>Enter</Kbd>
          </Button>
        </div>
      </form>
      <div aria-live="polite">
        {problem ? <p className="mt-4 font-medium text-bad">{problem}</p> : null}
        {judged ? <Judged key={judged.text} judged={judged} question={question} /> : null}
      </div>
    </section>
  );
}

type JudgedProps = { judged: Judgement; question: PublicQuestion };

function Judged({ judged: { text, response }, question }: JudgedProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  }, []);
  return (
    <div ref={ref} className="mt-5 animate-rise border-t border-line pt-5">
      <TryVerdict question={question} text={text} response={response} />
    </div>
  );
}
