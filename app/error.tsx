"use client";

import { Notice } from "@/components/layout/notice";
import { Button, LinkButton } from "@/components/ui/button";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** A fault of ours. The digest finds it in the server's log. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <Notice
      code={error.digest ? `Error ${error.digest}` : "Error"}
      title="Something broke on our side"
    >
      <p>Your answers are safe. Try once more; if it stays broken, come back in a little while.</p>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" onClick={reset}>
          Try again
        </Button>
        <LinkButton href="/today">Go to today</LinkButton>
      </div>
    </Notice>
  );
}
