"use client";

import { ArrowRight, CloudOff } from "lucide-react";
import { useEffect, useRef } from "react";

import { ActionBar } from "@/components/study/action-bar";
import type { Asked } from "@/components/study/session";
import { useKeys } from "@/components/study/use-keys";
import type { StudySession } from "@/components/study/use-session";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Markdown } from "@/components/ui/markdown";

type KeptScreenProps = {
  study: StudySession;
  asked: Asked;
  bankTitle: string;
  shortcuts: boolean;
};

/** In place of a verdict that cannot be had now. It comes by itself if the learner waits. */
export function KeptScreen({ study, asked, bankTitle, shortcuts }: KeptScreenProps) {
  const { question } = asked.item;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  useKeys((key, { typing, pressable }) => {
    if (key === "Ctrl+Enter" || (key === "Enter" && !typing && !pressable)) study.goOn();
    else if (key.toLowerCase() === "z" && !typing && shortcuts) void study.undo();
    else return false;
    return true;
  });

  return (
    <div className="flex flex-1 animate-rise flex-col gap-5">
      <div className="flex flex-col gap-1.5 text-muted">
        <span className="text-sm">{bankTitle}</span>
        <Markdown text={question.prompt} />
      </div>
      <div className="flex items-start gap-3 rounded-lg border border-partly-line bg-partly-soft px-4 py-3">
        <CloudOff aria-hidden className="mt-0.5 size-5 shrink-0 text-partly" />
        <div className="flex flex-col gap-1">
          <h2 ref={heading} tabIndex={-1} className="font-semibold outline-none">
            {study.offline
              ? "Kept on this device: graded when you are back online"
              : "On its way: the server is slow to answer"}
          </h2>
          <p className="text-sm">
            {question.kind === "open"
              ? "You mark it yourself then, against the model answer, which stays on the server until yours arrives."
              : "The right answer stays on the server until yours arrives, so it cannot be graded here."}{" "}
            It counts once, with the time at which you gave it; until it is graded you can take it
            back.
          </p>
        </div>
      </div>
      <ActionBar>
        <div className="flex justify-end">
          <Button look="primary" size="large" onClick={study.goOn} className="w-full sm:w-auto">
            Next
            <ArrowRight aria-hidden className="size-4 pointer-fine:hidden" />
            <Kbd>Enter</Kbd>
          </Button>
        </div>
      </ActionBar>
    </div>
  );
}
