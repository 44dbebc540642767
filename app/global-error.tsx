"use client";

import "./globals.css";

type GlobalErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** When even the frame of the pages failed: stands alone. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body className="flex min-h-dvh items-center justify-center p-6">
        <title>Error · Reconcile</title>
        <main id="main" className="flex max-w-md flex-col items-start gap-4 text-muted">
          <p className="font-mono text-sm">{error.digest ? `Error ${error.digest}` : "Error"}</p>
          <h1 className="text-2xl font-semibold text-ink">Something broke on our side</h1>
          <p>Your answers are safe. Try once more in a moment.</p>
          <button
            type="button"
            onClick={reset}
            className="h-10 rounded-md bg-accent px-4 font-medium text-on-accent hover:bg-accent-strong"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
