"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type SubmitDialogProps = {
  open: boolean;
  /** 1-based numbers of the questions without an answer. */
  unanswered: readonly number[];
  flagged: readonly number[];
  total: number;
  isPreview: boolean;
  onSubmit: () => void;
  onClose: () => void;
};

/** Says what will be handed in before it is: it cannot be taken back. */
export function SubmitDialog(props: SubmitDialogProps) {
  const { open, unanswered, flagged, total, isPreview, onSubmit, onClose } = props;
  return (
    <Dialog open={open} onClose={onClose} title={isPreview ? "End the preview?" : "Hand in?"}>
      <div className="flex flex-col gap-4">
        <p>{answeredWords(unanswered, total)}</p>
        {flagged.length > 0 ? <p>Flagged: {listOf(flagged)}.</p> : null}
        <p className="text-muted">
          {isPreview
            ? "You will see the answers judged. Nothing is kept."
            : "After handing in nothing can be changed."}
        </p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Go on working</Button>
          <Button look="primary" onClick={onSubmit}>
            {isPreview ? "End the preview" : "Hand in"}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function answeredWords(unanswered: readonly number[], total: number): string {
  if (unanswered.length === total) return "No question is answered.";
  if (unanswered.length === 0) {
    return total === 1 ? "The question is answered." : `All ${total} questions are answered.`;
  }
  return `${total - unanswered.length} of ${total} questions are answered. Without an answer: ${listOf(unanswered)}.`;
}

const MOST_NAMED = 20;

function listOf(numbers: readonly number[]): string {
  const named = numbers.slice(0, MOST_NAMED).join(", ");
  const more = numbers.length - MOST_NAMED;
  const word = numbers.length === 1 ? "question" : "questions";
  return more > 0 ? `${word} ${named} and ${more} more` : `${word} ${named}`;
}
