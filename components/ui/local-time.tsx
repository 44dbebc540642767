"use client";

import { useSyncExternalStore } from "react";

const noChanges = () => () => undefined;

/** A moment in the reader's own time zone, which only the browser knows: the server writes UTC. */
export function LocalTime({ at }: { at: string }) {
  const timeZone = useSyncExternalStore(
    noChanges,
    () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
  const text = new Date(at).toLocaleString("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  });
  return (
    <time dateTime={at} className="tabular-nums">
      {text}
    </time>
  );
}
