import { InlineMarkdown } from "@/components/ui/markdown";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { WrongForms } from "@/lib/domain/progress/wrong-forms";

/** What people get wrong with a question. Closed at first: whoever is about to be asked again may not want to see it. */
export function OthersMistakes({ others }: { others: WrongForms | null }) {
  return (
    <section aria-labelledby="others">
      <h2 id="others" className="mb-2 text-sm font-medium text-muted">
        What others get wrong
      </h2>
      {others && others.forms.length > 0 ? (
        <details className="rounded-xl border border-line bg-surface px-4 py-3">
          <summary>Show the mistakes of {others.people} people</summary>
          <p className="mt-2 text-sm text-muted">
            How many of those who answered wrongly gave this answer; one person may have given
            several.
          </p>
          <ul className="mt-3 flex flex-col gap-3">
            {others.forms.map(({ text, people }) => (
              <li key={text} className="flex flex-col gap-1">
                <span className="flex items-baseline justify-between gap-4">
                  <span className="min-w-0 break-words">
                    <InlineMarkdown text={text} />
                  </span>
                  <span className="shrink-0 text-sm text-muted tabular-nums">
                    {Math.round((people / others.people) * 100)} %
                  </span>
                </span>
                <ProgressBar
                  value={people / others.people}
                  label={text}
                  text={`${people} of ${others.people} people`}
                  tone="muted"
                />
              </li>
            ))}
          </ul>
        </details>
      ) : (
        <p className="rounded-xl border border-dashed border-line px-4 py-6 text-center text-sm text-muted">
          Shown once ten different people have answered it wrongly, so that nobody can be told from
          it.
        </p>
      )}
    </section>
  );
}
