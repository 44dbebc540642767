"use client";

import { useEffect, useSyncExternalStore } from "react";

import { NOTHING_KEPT, outboxOf, type Outbox, type OutboxView } from "@/components/offline/outbox";

/** The learner's answers on their way; what an earlier visit left behind is sent. */
export function useOutbox(userId: string): { outbox: Outbox; view: OutboxView } {
  const outbox = outboxOf(userId);
  const view = useSyncExternalStore(outbox.subscribe, outbox.view, () => NOTHING_KEPT);
  useEffect(() => {
    void outbox.send();
  }, [outbox]);
  return { outbox, view };
}
