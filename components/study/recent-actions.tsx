"use client";

import { Undo2 } from "lucide-react";
import Link from "next/link";
import { useEffect, useState } from "react";

import { ENTRY_WORDS } from "@/components/study/action-words";
import { wordsFor } from "@/components/study/failure-words";
import { fetchActions } from "@/components/study/study-api";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import { plainText } from "@/components/ui/markdown";
import { Skeleton } from "@/components/ui/skeleton";
import type { HistoryEntry } from "@/lib/domain/study/action-contract";
import type { Outcome } from "@/lib/domain/questions/question-kind";

type RecentActionsProps = {
  /** Takes back the entry, which must be the last that stands; false when it was not. */
  undo: (entryId: string) => Promise<boolean>;
};

/** The last thirty things the learner did, on any device: each can be taken back, the newest first. */
export function RecentActions({ undo }: RecentActionsProps) {
  const [entries, setEntries] = useState<HistoryEntry[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const read = async () => {
    try {
      setEntries((await fetchActions()).entries);
      setProblem(null);
    } catch (error) {
      setProblem(wordsFor(error));
    }
  };
  useEffect(() => {
    let shown = true;
    fetchActions().then(
      (found) => {
        if (shown) setEntries(found.entries);
      },
      (error: unknown) => {
        if (shown) setProblem(wordsFor(error));
      },
    );
    return () => {
      shown = false;
    };
  }, []);

  /** In order: what came later is taken back first. */
  const takeBackTo = async (index: number) => {
    setBusy(true);
    for (const entry of (entries ?? []).slice(0, index + 1)) {
      if (entry.undoneAt === null && !(await undo(entry.id))) break;
    }
    await read();
    setBusy(false);
  };

  if (problem) return <p role="alert">{problem}</p>;
  if (!entries) return <Skeleton className="h-40 w-full" />;
  if (entries.length === 0) return <p>Nothing yet: what you do while studying is listed here.</p>;
  const newest = entries.findIndex(({ undoneAt }) => undoneAt === null);
  return (
    <ol
      className="-mx-2 flex max-h-[60vh] flex-col divide-y divide-line overflow-y-auto px-2"
      aria-busy={busy}
    >
      {entries.map((entry, index) => (
        <Entry
          key={entry.id}
          entry={entry}
          isNewest={index === newest}
          disabled={busy}
          onTakeBack={() => void takeBackTo(index)}
        />
      ))}
    </ol>
  );
}

type EntryProps = {
  entry: HistoryEntry;
  isNewest: boolean;
  disabled: boolean;
  onTakeBack: () => void;
};

function Entry({ entry, isNewest, disabled, onTakeBack }: EntryProps) {
  const isUndone = entry.undoneAt !== null;
  const what = wordsOf(entry);
  return (
    <li className="flex items-center gap-3 py-2.5">
      <div className={`min-w-0 flex-1 ${isUndone ? "text-muted line-through" : ""}`}>
        <p className="font-medium">{what}</p>
        {entry.questionId && entry.prompt !== null ? (
          <Link
            href={`/banks/${entry.questionId}`}
            className="block truncate text-sm text-muted hover:underline"
          >
            {plainText(entry.prompt.replace(/\s+/g, " ").slice(0, 160))}
          </Link>
        ) : null}
        <p className="text-xs text-muted">
          <LocalTime at={entry.at} />
        </p>
      </div>
      {isUndone ? (
        <span className="text-sm text-muted">Taken back</span>
      ) : (
        <Button
          size="small"
          look={isNewest ? "plain" : "quiet"}
          disabled={disabled}
          onClick={onTakeBack}
          aria-label={isNewest ? `Take back: ${what}` : `Take back all down to here: ${what}`}
        >
          <Undo2 aria-hidden className="size-4" />
          {isNewest ? "Take back" : "Down to here"}
        </Button>
      )}
    </li>
  );
}

const OUTCOME_WORDS: Record<Outcome, string> = {
  right: "right",
  "right-with-extras": "right",
  partly: "partly right",
  wrong: "not right",
  "gave-up": "gave up",
  "cannot-judge": "self-rated",
  "self-mark": "self-marked",
};

const RATING_WORDS = { 1: "Again", 2: "Hard", 3: "Good", 4: "Easy" };

function wordsOf({ kind, outcome, rating, fromRating, cards }: HistoryEntry): string {
  const name = ENTRY_WORDS[kind];
  if (kind === "rating" && rating && fromRating) {
    return `${name} from ${RATING_WORDS[fromRating]} to ${RATING_WORDS[rating]}`;
  }
  if (outcome) return `${name}: ${OUTCOME_WORDS[outcome]}`;
  return cards > 1 ? `${name}: ${cards} reviews moved` : name;
}
