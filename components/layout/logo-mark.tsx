/** Two arcs that close into a loop: what is, on its way to what is wanted. */
export function LogoMark({ className = "size-6" }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden className={`${className} fill-none text-accent`}>
      <path
        d="M20 12a8 8 0 0 1-13.3 6"
        className="stroke-current opacity-45"
        strokeWidth="2.75"
        strokeLinecap="round"
      />
      <path
        d="M4 12a8 8 0 0 1 13.3-6"
        className="stroke-current"
        strokeWidth="2.75"
        strokeLinecap="round"
      />
      <circle cx="12" cy="12" r="2.6" className="fill-current" />
    </svg>
  );
}

/** The sign and the name beside each other. */
export const Wordmark = () => (
  <>
    <LogoMark />
    <span className="text-[1.0625rem] font-semibold tracking-[-0.015em]">Reconcile</span>
  </>
);
