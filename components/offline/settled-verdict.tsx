"use client";

import { useEffect, useState } from "react";

import type { KeptAnswer } from "@/components/offline/kept-answers";
import { wordsFor } from "@/components/study/failure-words";
import type { Verdict } from "@/components/study/session";
import { changeReview, sendAnswer } from "@/components/study/study-api";
import { VerdictView } from "@/components/study/verdict-view";
import { Skeleton } from "@/components/ui/skeleton";

/**
 * The verdict of an answer that was graded while nobody looked. It is not kept on the
 * device: the same answer sent again is the same review, and gets its reply once more.
 */
export function SettledVerdict({ answer }: { answer: KeptAnswer }) {
  const { request, question } = answer;
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [now] = useState(() => new Date());

  useEffect(() => {
    let shown = true;
    sendAnswer(request).then(
      (response) => {
        if (shown) setVerdict({ ...response, answer: request.answer });
      },
      (error: unknown) => {
        if (shown) setProblem(wordsFor(error));
      },
    );
    return () => {
      shown = false;
    };
  }, [request]);

  const mark = async (marks: boolean[]) => {
    try {
      const changed = await changeReview(request.id, { marks });
      setVerdict((before) => before && { ...before, ...changed });
    } catch (error) {
      setProblem(wordsFor(error));
    }
  };

  if (!verdict) {
    return problem ? <p role="alert">{problem}</p> : <Skeleton className="h-40 w-full" />;
  }
  return (
    <>
      {problem ? <p role="alert">{problem}</p> : null}
      <VerdictView
        question={question}
        verdict={verdict}
        now={now}
        onMarks={(marks) => void mark(marks)}
      />
    </>
  );
}
