"use client";

import { useState } from "react";
import { v7 as uuidV7 } from "uuid";

import { sendReport } from "@/components/reports/send-report";
import { Refused } from "@/components/study/api-client";
import { useAnnounce } from "@/components/ui/announcer";
import type { ProblemKind } from "@/lib/domain/study/problem-kinds";
import type { ReportRequest } from "@/lib/domain/study/report-contract";

export type ReportAbout = ReportRequest["about"];

export type ReportDraft = {
  kind: ProblemKind;
  text: string;
  /** Set once it was sent: the same words sent again are the same report. */
  id: string | null;
};

const NEW_DRAFT: ReportDraft = { kind: "wrong-fact", text: "", id: null };

type ReportOptions = {
  onOpen: (open: boolean) => void;
  /** Once the server has it. */
  onSent?: (() => void) | undefined;
};

/**
 * A report being written. Sending it closes the dialog and thanks at once; should it fail
 * after all, the dialog comes back with everything that was written.
 */
export function useReport({ onOpen, onSent }: ReportOptions) {
  const announce = useAnnounce();
  const [draft, setDraft] = useState(NEW_DRAFT);
  const [failure, setFailure] = useState<string | null>(null);

  const send = async (about: ReportAbout): Promise<void> => {
    const id = draft.id ?? uuidV7();
    const { kind, text } = draft;
    setDraft(NEW_DRAFT);
    setFailure(null);
    onOpen(false);
    announce("Thank you. Your report is on its way.", { visible: true });
    try {
      await sendReport({ id, about, kind, text: text.trim() });
      onSent?.();
    } catch (error) {
      setDraft({ kind, text, id });
      setFailure(wordsFor(error));
      onOpen(true);
    }
  };

  return {
    draft,
    failure,
    change: (change: Partial<Pick<ReportDraft, "kind" | "text">>) => {
      setDraft((before) => ({ ...before, ...change, id: null }));
    },
    send,
  };
}

const wordsFor = (error: unknown): string =>
  error instanceof Refused
    ? `Your report was not taken: ${error.message}`
    : "Your report could not be sent. Try again in a moment.";
