"use client";

import { FormMessage } from "@/components/form/form-message";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import { Table } from "@/components/ui/table";
import type { ActionState } from "@/lib/domain/action-state";

export type FitRow = {
  id: string;
  fittedAt: string;
  reviews: number;
  heldOut: number;
  logLossBefore: number;
  logLossAfter: number;
  rmseBefore: number;
  rmseAfter: number;
  status: "in-force" | "replaced" | "reverted" | "not-better";
};

/** "too-few" when there was nothing to fit to. */
export type FitResult = "adopted" | "kept" | "too-few";

type FittingPanelProps = {
  reviews: number;
  fewestReviews: number;
  fits: readonly FitRow[];
  fitNow: (previous: ActionState<FitResult>, form: FormData) => Promise<ActionState<FitResult>>;
  revert: (previous: ActionState<void>, form: FormData) => Promise<ActionState<void>>;
};

const STATUS = {
  "in-force": "in force",
  replaced: "replaced since",
  reverted: "reverted",
  "not-better": "no better, not used",
} as const;

const RESULTS = {
  adopted: "The new weights foretell your newest answers better: they are in force.",
  kept: "The new weights are no better than those in force: nothing changed.",
  "too-few": "There are not enough answers yet.",
} as const;

/** The weights of FSRS, fitted to the learner's own log: what it brought, and the way back. */
export function FittingPanel({ reviews, fewestReviews, fits, fitNow, revert }: FittingPanelProps) {
  const { state, pending, form } = useActionForm(fitNow, { status: "idle" });
  const missing = Math.max(0, fewestReviews - reviews);
  return (
    <div className="flex flex-col gap-5">
      <p className="text-sm text-muted">
        {missing > 0
          ? `From ${fewestReviews} answers on FSRS, which dates your reviews, is fitted to how you remember, on nights with enough new answers. You have ${reviews}.`
          : `FSRS, which dates your reviews, has weights that are fitted to your ${reviews.toLocaleString("en-GB")} answers on nights with enough new ones. New weights are used only if they foretell your newest answers, a fifth of all, better than those in force.`}
      </p>
      <form {...form} className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" disabled={pending || missing > 0}>
          {pending ? "Fitting…" : "Fit now"}
        </Button>
        <FormMessage
          error={state.status === "failed" ? state.message : null}
          done={state.status === "done" && !pending ? RESULTS[state.value] : null}
        />
      </form>
      {fits.length > 0 ? <FitTable fits={fits} revert={revert} /> : null}
    </div>
  );
}

function FitTable({ fits, revert }: Pick<FittingPanelProps, "fits" | "revert">) {
  return (
    <>
      <Table caption="Fits" head={["Fitted", "Result", "Log loss", "RMSE in bins"]}>
        {fits.map((fit) => (
          <tr key={fit.id}>
            <td>
              <LocalTime at={fit.fittedAt} />
              <span className="block text-muted">
                {`${fit.reviews} answers, ${fit.heldOut} held out`}
              </span>
            </td>
            <td>
              {STATUS[fit.status]}
              {fit.status === "in-force" ? <RevertButton id={fit.id} revert={revert} /> : null}
            </td>
            <td className="whitespace-nowrap tabular-nums">
              <Change before={fit.logLossBefore} after={fit.logLossAfter} />
            </td>
            <td className="text-end whitespace-nowrap tabular-nums">
              <Change before={fit.rmseBefore} after={fit.rmseAfter} />
            </td>
          </tr>
        ))}
      </Table>
      <p className="text-sm text-muted">
        Both figures say how far predictions were off on answers that the fit has not seen; lower is
        better.
      </p>
    </>
  );
}

const Change = ({ before, after }: { before: number; after: number }) => (
  <>
    <span className="sr-only">before </span>
    {before.toFixed(3)}
    <span aria-hidden> → </span>
    <span className="sr-only"> after </span>
    <span className={after < before ? "font-medium text-good" : ""}>{after.toFixed(3)}</span>
  </>
);

function RevertButton({ id, revert }: { id: string } & Pick<FittingPanelProps, "revert">) {
  const { state, pending, form } = useActionForm(revert, { status: "idle" });
  return (
    <form {...form} className="-ms-2.5 mt-1 flex flex-col items-start">
      <input type="hidden" name="fitId" value={id} />
      <Button type="submit" size="small" look="quiet" disabled={pending}>
        {pending ? "Reverting…" : "Revert"}
      </Button>
      {state.status === "failed" ? <FormMessage error={state.message} /> : null}
    </form>
  );
}
