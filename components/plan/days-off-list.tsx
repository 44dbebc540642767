import { X } from "lucide-react";
import type { ComponentProps } from "react";

import { longDate } from "@/components/plan/plan-words";
import { Button } from "@/components/ui/button";
import type { DaysOff } from "@/lib/domain/study/study-settings";

type DaysOffListProps = {
  today: string;
  daysOff: readonly DaysOff[];
  form: Pick<ComponentProps<"form">, "action" | "onSubmit">;
  pending: boolean;
};

const wordsOf = ({ from, to }: DaysOff): string =>
  from === to ? longDate(from) : `${longDate(from)} to ${longDate(to)}`;

/** Coming breaks can be removed. Past ones stay: streaks are counted over them. */
export function DaysOffList({ today, daysOff, form, pending }: DaysOffListProps) {
  const coming = daysOff.filter(({ to }) => to >= today);
  const past = daysOff.filter(({ to }) => to < today);
  return (
    <div>
      <h3 className="font-semibold">Your days off</h3>
      {daysOff.length === 0 ? (
        <p className="mt-2 text-sm text-muted">
          None yet. On a day off nothing is dated, and your streak is frozen.
        </p>
      ) : null}
      <ul className="mt-2 divide-y divide-line">
        {coming.map((days) => (
          <li key={days.from} className="flex items-center justify-between gap-4 py-2">
            <span>{wordsOf(days)}</span>
            <form action={form.action} onSubmit={form.onSubmit}>
              <input type="hidden" name="change" value="remove" />
              <input type="hidden" name="from" value={days.from < today ? today : days.from} />
              <input type="hidden" name="to" value={days.to} />
              <Button
                type="submit"
                look="quiet"
                size="small"
                disabled={pending}
                aria-label={`Remove ${wordsOf(days)}`}
              >
                <X aria-hidden className="size-4" /> Remove
              </Button>
            </form>
          </li>
        ))}
        {past.map((days) => (
          <li key={days.from} className="py-2 text-muted">
            {wordsOf(days)} <span className="text-sm">(past, kept for your streak)</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
