"use client";

import type { FormAction } from "@/components/form/form-action";
import { useActionForm } from "@/components/form/use-action-form";
import { SaveRow } from "@/components/settings/study-settings-form";
import { SelectField } from "@/components/ui/select";

type DigestFormProps = {
  email: string;
  digest: { dailyDigest: boolean; digestHour: number };
  timeZone: string;
  isMailOn: boolean;
  save: FormAction;
};

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** The daily email: whether, and at which hour of the learner's own clock. */
export function DigestForm({ email, digest, timeZone, isMailOn, save }: DigestFormProps) {
  const { state, pending, form, errorsOf } = useActionForm(save, { status: "idle" });
  return (
    <form {...form} className="flex flex-col gap-4">
      <h3 className="font-medium">Daily digest by email</h3>
      <p className="text-sm text-muted">
        One email a day to <span className="font-medium break-all text-ink">{email}</span>: what is
        due and how long it takes, your streak, the days to your exam, what is due soon in your
        classes. Nothing on days off, nor when nothing is due. Each has a link that stops it without
        signing in.
      </p>
      {isMailOn ? null : (
        <p className="rounded-md bg-sunken px-3 py-2 text-sm">
          This server sends no email. What you choose is kept for when it does.
        </p>
      )}
      <div className="flex flex-col items-start gap-3">
        <label className="flex min-h-10 items-center gap-2.5">
          <input
            type="checkbox"
            name="dailyDigest"
            defaultChecked={digest.dailyDigest}
            className="size-4.5 accent-accent"
          />
          Send me the digest
        </label>
        <SelectField
          id="digest-hour"
          name="digestHour"
          label="At"
          defaultValue={digest.digestHour}
          hint={`On your clock: ${timeZone.replaceAll("_", " ")}`}
          errors={errorsOf("digestHour")}
        >
          {HOURS.map((hour) => (
            <option key={hour} value={hour}>
              {`${String(hour).padStart(2, "0")}:00`}
            </option>
          ))}
        </SelectField>
      </div>
      <SaveRow state={state} pending={pending} />
    </form>
  );
}
