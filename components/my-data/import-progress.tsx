"use client";

import { useEffect, useState } from "react";

import { fetchImportProgress } from "@/components/my-data/send-import";
import { ProgressBar } from "@/components/ui/progress-bar";

const ASK_EVERY_MS = 1_000;

/** How far the saving of a file has come; asked for until this is gone from the screen. */
export function ImportProgress({ total }: { total: number }) {
  const added = useAdded();
  const text = `${added.toLocaleString("en-GB")} of ${total.toLocaleString("en-GB")} reviews added`;
  return (
    <div className="flex flex-col gap-2">
      <ProgressBar value={added / total} label="Import" text={text} />
      <p aria-hidden className="text-muted tabular-nums">
        {text}
      </p>
    </div>
  );
}

function useAdded(): number {
  const [added, setAdded] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isGone = false;
    /** The import before this one; undefined until it is known. */
    let before: string | null | undefined;
    const ask = async () => {
      // Without an answer the bar stays where it is.
      const progress = await fetchImportProgress().catch(() => null);
      if (isGone) return;
      if (progress && before === undefined) before = progress.startedAt;
      else if (progress && progress.startedAt !== before) setAdded(progress.added);
      timer = setTimeout(() => void ask(), ASK_EVERY_MS);
    };
    void ask();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, []);
  return added;
}
