import { CloudOff } from "lucide-react";
import type { Metadata } from "next";

import { EmptyState } from "@/components/ui/empty-state";

export const metadata: Metadata = { title: "No connection" };

/** Kept by the service worker and shown for pages that need a connection. It knows nobody. */
export default function OfflinePage() {
  return (
    <main id="main" className="mx-auto flex w-full max-w-xl flex-1 flex-col justify-center p-4">
      <h1 className="sr-only">No connection</h1>
      <EmptyState
        icon={CloudOff}
        title="There is no connection"
        action={
          // A whole page load: the service worker answers it, and no client router is needed.
          <a
            href="/study"
            className="inline-flex h-10 items-center rounded-md bg-accent px-4 font-medium text-on-accent hover:bg-accent-strong"
          >
            Go on studying
          </a>
        }
      >
        <p>
          This page needs one. A session that you began before can be finished without: answers are
          kept on this device and graded when you are back online.
        </p>
      </EmptyState>
    </main>
  );
}
