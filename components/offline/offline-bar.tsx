"use client";

import { CircleCheckBig, CloudOff, LogIn } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useState, type ReactNode } from "react";

import { gradedWords, waitingWords } from "@/components/offline/offline-words";
import type { OutboxView } from "@/components/offline/outbox";
import { useOutbox } from "@/components/offline/use-outbox";
import { onDemand } from "@/components/ui/on-demand";

const SettledAnswers = onDemand(() =>
  import("@/components/offline/settled-answers").then((module) => module.SettledAnswers),
);

/** Says what becomes of answers given without a connection; nothing while all is well. */
export function OfflineBar({ userId }: { userId: string }) {
  const { outbox, view } = useOutbox(userId);
  const [open, setOpen] = useState<boolean | null>(null);
  const isStudying = usePathname() === "/study";
  return (
    <>
      <div role="status" aria-label="Answers on this device">
        <Waiting view={view} isStudying={isStudying} />
        {view.settled.length > 0 ? (
          <Bar icon={<CircleCheckBig aria-hidden className="size-4 shrink-0 text-good" />}>
            {gradedWords(view.settled)}{" "}
            <button
              type="button"
              onClick={() => {
                setOpen(true);
              }}
              className="font-medium text-accent-strong underline underline-offset-3"
            >
              See them
            </button>
          </Bar>
        ) : null}
      </div>
      {open === null ? null : (
        <SettledAnswers
          open={open}
          onClose={() => {
            setOpen(false);
          }}
          answers={view.settled}
          outbox={outbox}
        />
      )}
    </>
  );
}

function Waiting({ view, isStudying }: { view: OutboxView; isStudying: boolean }) {
  const { offline, signedOut } = view;
  const waiting = view.waiting.length;
  if (signedOut && waiting > 0) {
    return (
      <Bar icon={<LogIn aria-hidden className="size-4 shrink-0 text-partly" />}>
        {waitingWords(waiting)}{" "}
        <Link href="/sign-in?next=/study" className="font-medium underline underline-offset-3">
          Sign in again
        </Link>{" "}
        to send {waiting === 1 ? "it" : "them"}.
      </Bar>
    );
  }
  if (!offline || (waiting === 0 && !isStudying)) return null;
  return (
    <Bar icon={<CloudOff aria-hidden className="size-4 shrink-0 text-partly" />}>
      <strong className="font-semibold">No connection.</strong>{" "}
      {waiting === 0
        ? "You can go on: answers are kept on this device and graded when you are back online."
        : `${waitingWords(waiting)} Sent in order when you are back online; each counts once.`}
    </Bar>
  );
}

const Bar = ({ icon, children }: { icon: ReactNode; children: ReactNode }) => (
  <div className="border-b border-partly-line bg-partly-soft py-2 text-sm text-ink print:hidden">
    <div className="mx-auto flex max-w-5xl items-start gap-2.5 px-4 sm:px-6 [&>svg]:mt-0.5">
      {icon}
      <p>{children}</p>
    </div>
  </div>
);
