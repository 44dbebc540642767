"use client";

import { useEffect, useState } from "react";

import { checkSource } from "@/components/author/editor/author-api";
import type { CheckedSource, QuestionRef } from "@/lib/domain/authoring/editor-contract";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";

const PAUSE_MS = 350;
const AGAIN_MS = 3_000;

type Checked = {
  result: CheckedSource;
  /** The last one that could be shown; `isOld` once errors keep the newest from being shown. */
  preview: PublicQuestion | null;
  isOld: boolean;
  /** Of which text and variant. */
  of: string;
};

/** What the server says of the text, a moment after each change; asked again while it does not answer. */
export function useCheck({ bankId, slug }: QuestionRef, source: string, variant: number) {
  const [checked, setChecked] = useState<Checked | null>(null);
  /** Failures in a row. */
  const [failures, setFailures] = useState(0);
  const wanted = `${variant} ${source}`;

  useEffect(() => {
    let isStale = false;
    const timer = setTimeout(
      () => {
        checkSource({ bankId, slug }, { source, variant }).then(
          (result) => {
            if (isStale) return;
            setFailures(0);
            setChecked((before) => ({
              result,
              preview: result.preview ?? before?.preview ?? null,
              isOld: result.preview === null,
              of: wanted,
            }));
          },
          () => {
            if (!isStale) setFailures((count) => count + 1);
          },
        );
      },
      failures > 0 ? AGAIN_MS : PAUSE_MS,
    );
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [bankId, slug, source, variant, wanted, failures]);

  return { checked, isCurrent: checked?.of === wanted, isAway: failures > 0 };
}
