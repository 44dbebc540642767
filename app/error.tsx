"use client";

import { Notice } from "@/components/layout/notice";
import { buttonLook } from "@/components/ui/button-look";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/**
 * A fault of ours. The digest finds it in the server's log. Every page loads this before
 * it is needed, so it does with plain buttons; going elsewhere begins the page anew.
 */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <Notice
      code={error.digest ? `Error ${error.digest}` : "Error"}
      title="Something broke on our side"
    >
      <p>Your answers are safe. Try once more; if it stays broken, come back in a little while.</p>
      <div className="flex flex-wrap gap-2">
        <button type="button" onClick={reset} className={buttonLook({ look: "primary" })}>
          Try again
        </button>
        <form action="/today">
          <button type="submit" className={buttonLook({})}>
            Go to today
          </button>
        </form>
      </div>
    </Notice>
  );
}
