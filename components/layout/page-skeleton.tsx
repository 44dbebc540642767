import { Skeleton } from "@/components/ui/skeleton";

/** In the shape of a screen, so that nothing jumps when it comes. */
export function PageSkeleton() {
  return (
    <main
      id="main"
      aria-busy
      className="mx-auto flex w-full max-w-5xl flex-1 flex-col gap-8 px-4 pt-8 sm:px-6 sm:pt-10"
    >
      <p role="status" className="sr-only">
        Loading
      </p>
      <div className="flex flex-col gap-2">
        <Skeleton className="h-8 w-40" />
        <Skeleton className="h-5 w-56" />
      </div>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {[0, 1, 2, 3, 4, 5].map((card) => (
          <Skeleton key={card} className="h-40 rounded-xl" />
        ))}
      </div>
    </main>
  );
}
