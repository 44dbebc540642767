import type { Actor } from "@/lib/domain/access/actor";
import { FEWEST_REVIEWS_TO_FIT } from "@/lib/domain/progress/weight-fit";
import { database } from "@/lib/server/db/client";
import { countEvidence, listFits } from "@/lib/server/db/parameter-fits";
import { getStudySettings } from "@/lib/server/db/study-settings";

export type FitView = {
  id: string;
  fittedAt: string;
  reviews: number;
  heldOut: number;
  logLossBefore: number;
  logLossAfter: number;
  rmseBefore: number;
  rmseAfter: number;
  /** "in-force" can be reverted. */
  status: "in-force" | "replaced" | "reverted" | "not-better";
};

export type FittingView = {
  reviews: number;
  fewestReviews: number;
  /** Newest first. */
  fits: FitView[];
};

const MOST_FITS = 12;

/** What fitting the weights to the learner has brought. */
export async function viewFitting(actor: Actor): Promise<FittingView> {
  const [fits, settings, reviews] = await Promise.all([
    listFits(database(), actor.id, MOST_FITS),
    getStudySettings(database(), actor.id),
    countEvidence(database(), actor.id),
  ]);
  const inForce = settings.weights.join();
  return {
    reviews,
    fewestReviews: FEWEST_REVIEWS_TO_FIT,
    fits: fits.map(({ weights, adopted, revertedAt, fittedAt, ...fit }) => ({
      id: fit.id,
      fittedAt: fittedAt.toISOString(),
      reviews: fit.reviews,
      heldOut: fit.heldOut,
      logLossBefore: fit.logLossBefore,
      logLossAfter: fit.logLossAfter,
      rmseBefore: fit.rmseBefore,
      rmseAfter: fit.rmseAfter,
      status: statusOf({ adopted, revertedAt, isInForce: weights.join() === inForce }),
    })),
  };
}

function statusOf(fit: {
  adopted: boolean;
  revertedAt: Date | null;
  isInForce: boolean;
}): FitView["status"] {
  if (!fit.adopted) return "not-better";
  if (fit.revertedAt) return "reverted";
  return fit.isInForce ? "in-force" : "replaced";
}
