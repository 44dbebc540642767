import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

/** Asks for the forecast of a daily number of the learner's own. Changes nothing. */
export const PerDayForm = ({ perDay }: { perDay: number }) => (
  <form method="get" className="flex flex-wrap items-end gap-3">
    <TextField
      id="per-day"
      name="perDay"
      type="number"
      inputMode="numeric"
      min={1}
      max={9_999}
      label="Reviews a day, at most"
      defaultValue={perDay}
      fieldClassName="w-48"
    />
    <Button type="submit">Show how long that takes</Button>
  </form>
);
