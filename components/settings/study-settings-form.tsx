"use client";

import { FormMessage } from "@/components/form/form-message";
import { useActionForm } from "@/components/form/use-action-form";
import type { ChangedPlanView } from "@/components/plan/changed-plan-view";
import { movedWords } from "@/components/plan/plan-words";
import { RetentionField } from "@/components/settings/retention-field";
import { TimeZoneField } from "@/components/settings/time-zone-field";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select";
import type { ActionState } from "@/lib/domain/action-state";
import type { StudySettings } from "@/lib/domain/study/study-settings";

type StudySettingsFormProps = {
  settings: StudySettings;
  exams: readonly { id: string; title: string }[];
  timeZones: readonly string[];
  save: (
    previous: ActionState<ChangedPlanView>,
    form: FormData,
  ) => Promise<ActionState<ChangedPlanView>>;
};

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

export function StudySettingsForm({ settings, exams, timeZones, save }: StudySettingsFormProps) {
  const { state, pending, form, errorsOf } = useActionForm(save, { status: "idle" });
  const shared = { settings, errorsOf };
  return (
    <form {...form} className="flex flex-col gap-5">
      <div className="grid gap-5 sm:grid-cols-2">
        <ExamFields exams={exams} {...shared} />
        <AmountFields {...shared} />
      </div>
      <RetentionField initial={settings.desiredRetention} errors={errorsOf("desiredRetention")} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TimeZoneField
          initial={settings.timeZone}
          zones={timeZones}
          errors={errorsOf("timeZone")}
        />
        <DayStartField {...shared} />
      </div>
      <SaveRow
        state={state}
        pending={pending}
        more={state.status === "done" ? movedWords(state.value) : null}
      />
    </form>
  );
}

type FieldsProps = {
  settings: StudySettings;
  errorsOf: (name: string) => readonly string[] | undefined;
};

function ExamFields({
  settings,
  errorsOf,
  exams,
}: FieldsProps & Pick<StudySettingsFormProps, "exams">) {
  return (
    <>
      <SelectField
        id="exam-choice"
        name="exam"
        label="Exam"
        defaultValue={settings.exam ?? ""}
        errors={errorsOf("exam")}
      >
        <option value="">Not decided</option>
        {exams.map(({ id, title }) => (
          <option key={id} value={id}>
            {`${id.toUpperCase()}: ${title}`}
          </option>
        ))}
      </SelectField>
      <TextField
        id="exam-date"
        name="examDate"
        type="date"
        label="Exam date"
        defaultValue={settings.examDate ?? ""}
        errors={errorsOf("examDate")}
      />
    </>
  );
}

function AmountFields({ settings, errorsOf }: FieldsProps) {
  return (
    <>
      <TextField
        id="new-per-day"
        name="newPerDay"
        type="number"
        inputMode="numeric"
        min={0}
        max={999}
        label="New questions a day"
        defaultValue={settings.newPerDay}
        hint="Each comes back several times over the weeks."
        errors={errorsOf("newPerDay")}
      />
      <TextField
        id="reviews-per-day"
        name="reviewsPerDay"
        type="number"
        inputMode="numeric"
        min={1}
        max={9999}
        label="Reviews a day"
        defaultValue={settings.reviewsPerDay}
        hint="What a day should not exceed when reviews are moved."
        errors={errorsOf("reviewsPerDay")}
      />
      <TextField
        id="longest-interval"
        name="maximumIntervalDays"
        type="number"
        inputMode="numeric"
        min={1}
        max={36500}
        label="Longest interval in days"
        defaultValue={settings.maximumIntervalDays}
        hint="No question stays away longer than this."
        errors={errorsOf("maximumIntervalDays")}
      />
    </>
  );
}

function DayStartField({ settings, errorsOf }: FieldsProps) {
  return (
    <SelectField
      id="day-start"
      name="dayStartHour"
      label="Your day starts at"
      defaultValue={settings.dayStartHour}
      hint="Studying past midnight still counts as today."
      errors={errorsOf("dayStartHour")}
    >
      {HOURS.map((hour) => (
        <option key={hour} value={hour}>
          {`${String(hour).padStart(2, "0")}:00`}
        </option>
      ))}
    </SelectField>
  );
}

type SaveRowProps = {
  state: ActionState<unknown>;
  pending: boolean;
  /** What saving has brought besides. */
  more?: string | null;
};

export function SaveRow({ state, pending, more = null }: SaveRowProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button type="submit" look="primary" disabled={pending}>
        {pending ? "Saving…" : "Save"}
      </Button>
      <FormMessage
        error={messageOf(state)}
        done={
          state.status === "done" && !pending ? ["Saved.", more].filter(Boolean).join(" ") : null
        }
      />
    </div>
  );
}

function messageOf(state: ActionState<unknown>): string | null {
  if (state.status === "failed") return state.message;
  return state.status === "invalid" ? "Not saved: see the marked fields." : null;
}
