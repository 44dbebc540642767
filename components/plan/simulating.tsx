import { Skeleton } from "@/components/ui/skeleton";

/** As high as what comes, so that nothing jumps. */
export const Simulating = () => (
  <div role="status" className="flex flex-col gap-5">
    <p className="text-sm text-muted">Simulating your days until the exam…</p>
    <Skeleton className="h-60 w-full" />
    <Skeleton className="h-12 w-full" />
    <Skeleton className="h-20 w-full" />
  </div>
);
