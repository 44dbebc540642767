import { LinkButton } from "@/components/ui/button";
import { counted } from "@/components/ui/counted";

type CatchUpOfferProps = { waiting: number; reviewsPerDay: number };

/** After an absence: nobody has to do it all today. */
export const CatchUpOffer = ({ waiting, reviewsPerDay }: CatchUpOfferProps) => (
  <section
    aria-labelledby="catch-up"
    className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-xl border border-partly-line bg-partly-soft p-5"
  >
    <div className="min-w-0">
      <h2 id="catch-up" className="font-semibold">
        {`You have ${counted(waiting, "review")} waiting`}
      </h2>
      <p className="mt-0.5 text-sm text-muted">
        {`More than the ${reviewsPerDay} of a usual day. Spread them over the days to come, the most valuable first.`}
      </p>
    </div>
    <LinkButton href="/plan/catch-up" look="primary">
      Spread them
    </LinkButton>
  </section>
);
