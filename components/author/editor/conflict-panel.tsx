"use client";

import { TextDifference } from "@/components/questions/text-difference";
import { Button } from "@/components/ui/button";
import type { StoredDraft } from "@/lib/domain/authoring/editor-contract";

type ConflictPanelProps = {
  problem: string;
  mine: string;
  theirs: StoredDraft | null;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
};

export const textOf = ({ draft, published }: StoredDraft): string =>
  draft?.source ?? published ?? "";

/** Another tab was faster: nothing is overwritten before the author has chosen. */
export function ConflictPanel({
  problem,
  mine,
  theirs,
  onKeepMine,
  onTakeTheirs,
}: ConflictPanelProps) {
  return (
    <section
      role="alert"
      aria-label="Two texts of this question"
      className="flex flex-col gap-3 rounded-lg border border-partly-line bg-partly-soft p-4"
    >
      <p className="font-medium">{problem}</p>
      {theirs ? (
        <>
          <TextDifference
            before={textOf(theirs)}
            after={mine}
            names={{ before: "what is saved", after: "your text" }}
            sides={{ before: "Saved", after: "Yours" }}
            label="How the two differ"
          />
          <div className="flex flex-wrap gap-2">
            <Button look="primary" onClick={onKeepMine}>
              Go on with your text
            </Button>
            <Button onClick={onTakeTheirs}>Take what is saved</Button>
          </div>
        </>
      ) : (
        <p>What is saved could not be loaded. Load the page again in another tab to compare.</p>
      )}
    </section>
  );
}
