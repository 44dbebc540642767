type Look = "primary" | "plain" | "quiet" | "danger";
type Size = "small" | "medium" | "large";

const BASE =
  "inline-flex shrink-0 select-none items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55";

const LOOKS: Record<Look, string> = {
  primary:
    "bg-accent text-on-accent shadow-low hover:bg-accent-strong disabled:hover:bg-accent aria-disabled:hover:bg-accent",
  plain: "border border-edge/60 bg-surface text-ink shadow-low hover:border-edge hover:bg-sunken",
  quiet: "text-muted hover:bg-sunken hover:text-ink",
  danger: "border border-bad-line bg-surface text-bad hover:bg-bad-soft",
};

const SIZES: Record<Size, string> = {
  small: "h-8 px-2.5 text-sm",
  medium: "h-10 px-4 text-base",
  large: "h-12 px-5 text-lg",
};

export type ButtonLook = { look?: Look; size?: Size; className?: string };

/** How a button looks, for what cannot be one of `Button` and `LinkButton`. */
export const buttonLook = ({ look = "plain", size = "medium", className = "" }: ButtonLook) =>
  `${BASE} ${LOOKS[look]} ${SIZES[size]} ${className}`;
