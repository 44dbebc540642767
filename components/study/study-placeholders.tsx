import { CloudOff } from "lucide-react";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";

/** In the shape of a question, so that nothing jumps when it comes. */
export function StudyLoading() {
  return (
    <div role="status" aria-label="Loading questions" className="flex flex-col gap-5">
      <Skeleton className="h-5 w-28" />
      <div className="flex flex-col gap-2.5">
        <Skeleton className="h-6 w-full" />
        <Skeleton className="h-6 w-2/3" />
      </div>
      <div className="flex flex-col gap-2">
        {[0, 1, 2, 3].map((row) => (
          <Skeleton key={row} className="h-12.5 w-full rounded-lg" />
        ))}
      </div>
    </div>
  );
}

type StudyBrokenProps = {
  problem: string;
  onRetry: () => void;
  /** Where one can do without what did not come. */
  onGoOn?: () => void;
};

export function StudyBroken({ problem, onRetry, onGoOn }: StudyBrokenProps) {
  return (
    <div role="alert">
      <EmptyState
        icon={CloudOff}
        title={onGoOn ? "The lesson did not come" : "The questions did not come"}
        action={
          <>
            <Button look="primary" onClick={onRetry}>
              Try again
            </Button>
            {onGoOn ? <Button onClick={onGoOn}>Go on without it</Button> : null}
          </>
        }
      >
        <p>{problem}</p>
      </EmptyState>
    </div>
  );
}
