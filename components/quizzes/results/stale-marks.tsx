import { LinkButton } from "@/components/ui/button";

type StaleMarksProps = { path: string; mayRun: boolean; keys: number; points: number };

/** Says when marks go by keys or points that are not those of today. */
export function StaleMarks({ path, mayRun, keys, points }: StaleMarksProps) {
  if (!mayRun) return null;
  const isStale = keys > 0 || points > 0;
  return (
    <div
      className={
        isStale
          ? "flex flex-wrap items-center justify-between gap-3 rounded-lg border border-partly-line bg-partly-soft px-4 py-3"
          : "flex flex-wrap items-center justify-between gap-3 text-muted"
      }
    >
      <p>
        {isStale
          ? `${sentences(keys, points).join(" ")} Marks stay as they were given until you grade anew.`
          : "Marks go by today’s keys and points."}
      </p>
      <LinkButton href={`${path}/regrade`} size="small">
        Grade anew
      </LinkButton>
    </div>
  );
}

const questions = (count: number): string =>
  count === 1 ? "1 question has" : `${count} questions have`;

const sentences = (keys: number, points: number): string[] => [
  ...(keys > 0 ? [`${questions(keys)} a newer key than marks go by.`] : []),
  ...(points > 0 ? [`${questions(points)} other points in the quiz now.`] : []),
];
