import { VerdictRow } from "@/components/questions/verdict-row";
import { InlineMarkdown } from "@/components/ui/markdown";

type MarkedPointsProps = {
  points: readonly string[];
  /** Null while nobody has judged it. */
  marks: readonly boolean[] | null;
};

/** What a good answer says, and which of it this one was judged to say. */
export const MarkedPoints = ({ points, marks }: MarkedPointsProps) => (
  <section aria-label="Marking points">
    <h3 className="mb-2 text-sm font-medium text-muted">Marking points</h3>
    <ul className="flex flex-col gap-2">
      {points.map((point, index) => (
        <VerdictRow
          key={index}
          mark={marks?.[index] ? "right" : "none"}
          tag={marks === null ? undefined : marks[index] ? "made" : "not made"}
        >
          <InlineMarkdown text={point} />
        </VerdictRow>
      ))}
    </ul>
  </section>
);
