"use client";

import { useState, useSyncExternalStore } from "react";

import { findKeptText, forgetText } from "@/components/author/editor/kept-text";
import { Button } from "@/components/ui/button";
import type { QuestionRef } from "@/lib/domain/authoring/editor-contract";

type KeptTextOfferProps = {
  questionRef: QuestionRef;
  /** What the server has. */
  saved: string;
  onTake: (source: string) => void;
};

const never = () => () => undefined;

/** What this tab had not saved when it was closed or loaded again. */
export function KeptTextOffer({ questionRef, saved, onTake }: KeptTextOfferProps) {
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [kept] = useState(() => (typeof window === "undefined" ? null : findKeptText(questionRef)));
  const [settled, setSettled] = useState(false);
  if (!inBrowser || settled || !kept || kept.source === saved) return null;
  return (
    <section
      aria-label="Text that was not saved"
      className="flex flex-wrap items-center gap-3 rounded-lg border border-partly-line bg-partly-soft p-4"
    >
      <p className="min-w-0 flex-1 font-medium">
        This tab has text of this question that was not saved.
      </p>
      <Button
        look="primary"
        onClick={() => {
          setSettled(true);
          onTake(kept.source);
        }}
      >
        Go on with it
      </Button>
      <Button
        onClick={() => {
          setSettled(true);
          forgetText(questionRef);
        }}
      >
        Leave it
      </Button>
    </section>
  );
}
