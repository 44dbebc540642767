"use client";

import { useEffect, useState } from "react";

import { wordsFor } from "@/components/study/failure-words";
import { SessionChooser } from "@/components/study/session-chooser";
import { fetchSessions } from "@/components/study/study-api";
import { Skeleton } from "@/components/ui/skeleton";
import type { SessionsResponse } from "@/lib/domain/study/session-contract";

/** The chooser, with its counts as they are when it is opened. */
export function SessionsPanel() {
  const [sessions, setSessions] = useState<SessionsResponse | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let shown = true;
    fetchSessions().then(
      (found) => {
        if (shown) setSessions(found);
      },
      (error: unknown) => {
        if (shown) setProblem(wordsFor(error));
      },
    );
    return () => {
      shown = false;
    };
  }, []);
  if (problem) return <p role="alert">{problem}</p>;
  return sessions ? <SessionChooser sessions={sessions} /> : <Skeleton className="h-64 w-full" />;
}
