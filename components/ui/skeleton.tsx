/** Holds the place of what is being loaded. */
export const Skeleton = ({ className = "" }: { className?: string }) => (
  <span aria-hidden className={`block animate-pulse-soft rounded-md bg-line ${className}`} />
);
