import { CircleAlert, CircleCheck } from "lucide-react";

type FormMessageProps = {
  /** What went wrong with the form as a whole. */
  error?: string | null;
  /** What went well. */
  done?: string | null;
};

/** Stands there empty, so that screen readers hear what appears in it. */
export function FormMessage({ error = null, done = null }: FormMessageProps) {
  return (
    <div aria-live="polite" className="min-h-5 text-sm font-medium">
      {error ? (
        <p className="flex gap-1.5 text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      ) : null}
      {!error && done ? (
        <p className="flex gap-1.5 text-good">
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
          {done}
        </p>
      ) : null}
    </div>
  );
}
