import { Skeleton } from "@/components/ui/skeleton";

/** Fills the room that the chart will take. */
export const PlotSkeleton = () => <Skeleton className="h-full w-full" />;
