"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { v7 as uuidV7 } from "uuid";

import { startAttempt } from "@/components/quizzes/attempt/attempt-api";
import { FormMessage } from "@/components/form/form-message";
import { Refused } from "@/components/study/api-client";
import { Button, LinkButton } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

type StartPanelProps = {
  assignmentId: string;
  openAttemptId: string | null;
  needsCode: boolean;
  timeLimitMinutes: number | null;
};

/** Starts an attempt, once however often it is pressed, or goes on with the open one. */
export function StartPanel(props: StartPanelProps) {
  const { assignmentId, openAttemptId, needsCode, timeLimitMinutes } = props;
  const router = useRouter();
  const [isStarting, setStarting] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const attemptId = useRef<string | null>(null);

  if (openAttemptId !== null) {
    return (
      <LinkButton
        href={`/attempts/${openAttemptId}`}
        look="primary"
        size="large"
        className="self-start"
      >
        Go on with your attempt
      </LinkButton>
    );
  }
  const start = async (accessCode: string) => {
    setStarting(true);
    setError(null);
    attemptId.current ??= uuidV7();
    try {
      const { id } = await startAttempt({ id: attemptId.current, assignmentId, accessCode });
      router.push(`/attempts/${id}`);
    } catch (failure) {
      setStarting(false);
      setError(failure instanceof Refused ? failure.message : "There is no connection. Try again.");
    }
  };
  return (
    <form
      className="flex max-w-sm flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const code = new FormData(event.currentTarget).get("accessCode");
        void start(typeof code === "string" ? code : "");
      }}
    >
      {needsCode ? <AccessCodeField /> : null}
      <Button
        type="submit"
        look="primary"
        size="large"
        disabled={isStarting}
        className="self-start"
      >
        {isStarting ? "Starting…" : "Start"}
      </Button>
      {timeLimitMinutes === null ? null : (
        <p className="text-sm text-muted">
          The clock starts at once and does not stop, even when you close the page.
        </p>
      )}
      <FormMessage error={error} />
    </form>
  );
}

const AccessCodeField = () => (
  <TextField
    id="access-code"
    name="accessCode"
    label="Access code"
    hint="Your instructor tells it to you."
    autoComplete="off"
    required
  />
);
