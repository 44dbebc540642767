import { AccessCodeFields } from "@/components/quizzes/assignments/access-code-fields";
import type { ErrorsOf } from "@/components/quizzes/assignments/assigned-form";
import { TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select";
import type { AssignmentFormValues } from "@/lib/domain/quizzes/assigned-forms";

type AttemptFieldsProps = {
  values: AssignmentFormValues;
  attemptsAllowed: string;
  onAttemptsAllowed: (next: string) => void;
  errorsOf: ErrorsOf;
};

/** How long, how often and in which way the quiz may be taken. */
export function AttemptFields(props: AttemptFieldsProps) {
  const { values, attemptsAllowed, onAttemptsAllowed, errorsOf } = props;
  return (
    <fieldset className="grid gap-5 sm:grid-cols-2">
      <legend className="mb-3 text-lg font-semibold">Attempts</legend>
      <TextField
        id="time-limit"
        name="timeLimitMinutes"
        label="Time limit in minutes"
        hint="Empty: none."
        inputMode="numeric"
        defaultValue={values.timeLimitMinutes}
        errors={errorsOf("timeLimitMinutes")}
      />
      <TextField
        id="attempts"
        name="attemptsAllowed"
        label="Attempts"
        hint="Empty: as many as wanted."
        inputMode="numeric"
        value={attemptsAllowed}
        onChange={(event) => {
          onAttemptsAllowed(event.target.value);
        }}
        errors={errorsOf("attemptsAllowed")}
      />
      <SelectField
        id="counts"
        name="counts"
        label="Which attempt counts"
        defaultValue={values.counts}
      >
        <option value="best">The best</option>
        <option value="last">The last</option>
        <option value="first">The first</option>
        <option value="mean">The mean of all</option>
      </SelectField>
      <AccessCodeFields hasCode={values.hasCode} errors={errorsOf("accessCode")} />
      <Tick name="onePerPage" label="One question per page" on={values.onePerPage} />
      <Tick name="completionAids" label="Completion in kubectl lines" on={values.completionAids} />
    </fieldset>
  );
}

const Tick = ({ name, label, on }: { name: string; label: string; on: boolean }) => (
  <label className="flex items-center gap-2.5">
    <input type="checkbox" name={name} defaultChecked={on} className="size-4 accent-accent" />
    {label}
  </label>
);
