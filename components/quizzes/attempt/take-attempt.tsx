"use client";

import { useMemo } from "react";

import { attemptPort, fetchStatus, submitAttempt } from "@/components/quizzes/attempt/attempt-api";
import { AttemptPlayer } from "@/components/quizzes/attempt/attempt-player";
import type { AttemptBackend } from "@/components/quizzes/attempt/use-attempt";
import type { AttemptView } from "@/lib/domain/quizzes/attempt-contract";

/** An attempt against the server. */
export function TakeAttempt({ view }: { view: AttemptView }) {
  const backend = useMemo(
    (): AttemptBackend => ({
      port: attemptPort(view.id),
      status: () => fetchStatus(view.id),
      submit: async () => {
        await submitAttempt(view.id);
      },
      keepsOnDevice: true,
    }),
    [view.id],
  );
  return <AttemptPlayer view={view} backend={backend} />;
}
