import { dueInShort } from "@/components/study/due-words";
import { Kbd } from "@/components/ui/kbd";
import type { Alternative } from "@/lib/domain/study/answer-contract";
import type { Rating } from "@/lib/domain/study/rating";

const NAMES: Record<Rating, string> = { 1: "Again", 2: "Hard", 3: "Good", 4: "Easy" };

type RatingBarProps = {
  alternatives: readonly Alternative[];
  rating: Rating;
  now: Date;
  onRate: (rating: Rating) => void;
};

/** What FSRS was told, what else it could be told, and what each would give. */
export function RatingBar({ alternatives, rating, now, onRate }: RatingBarProps) {
  return (
    <div
      role="group"
      aria-label="How well did you know it?"
      className="grid flex-1 grid-cols-4 overflow-hidden rounded-md border border-edge/60"
    >
      {alternatives.map((alternative) => (
        <button
          key={alternative.rating}
          type="button"
          aria-pressed={alternative.rating === rating}
          onClick={() => {
            onRate(alternative.rating);
          }}
          className="flex h-12 min-w-0 flex-col items-center justify-center border-s border-line bg-surface text-sm leading-4 font-medium text-muted -outline-offset-2 transition-colors first:border-s-0 hover:bg-sunken aria-pressed:bg-accent-soft aria-pressed:text-accent-strong"
        >
          <span className="flex items-center gap-1.5">
            {NAMES[alternative.rating]}
            <Kbd className="h-4! min-w-4! border-0 bg-line/70 text-muted">{alternative.rating}</Kbd>
          </span>
          <span className="text-xs font-normal tabular-nums">{dueInShort(alternative, now)}</span>
        </button>
      ))}
    </div>
  );
}
