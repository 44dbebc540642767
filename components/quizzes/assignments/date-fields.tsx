import type { ErrorsOf } from "@/components/quizzes/assignments/assigned-form";
import { TextField } from "@/components/ui/field";
import type { AssignmentFormValues } from "@/lib/domain/quizzes/assigned-forms";

type DateFieldsProps = {
  zone: string;
  values: AssignmentFormValues;
  errorsOf: ErrorsOf;
};

/** When it opens, is due and closes, and what being late costs. */
export function DateFields({ zone, values, errorsOf }: DateFieldsProps) {
  const times = [
    { name: "opensAt", label: "Opens", hint: undefined, value: values.opensAt },
    { name: "dueAt", label: "Due", hint: undefined, value: values.dueAt },
    {
      name: "closesAt",
      label: "Taken late until",
      hint: "Empty: not after it is due.",
      value: values.closesAt,
    },
  ];
  return (
    <fieldset className="flex flex-col gap-5">
      <legend className="mb-3 text-lg font-semibold">Dates, in {zone} time</legend>
      <div className="grid gap-5 sm:grid-cols-3">
        {times.map(({ name, label, hint, value }) => (
          <TextField
            key={name}
            id={name}
            name={name}
            type="datetime-local"
            label={label}
            hint={hint}
            defaultValue={value}
            errors={errorsOf(name)}
          />
        ))}
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          id="late-per-day"
          name="latePercentPerDay"
          label="Percent off for each day late"
          inputMode="decimal"
          defaultValue={values.latePercentPerDay}
          errors={errorsOf("latePercentPerDay")}
        />
        <TextField
          id="late-most"
          name="lateMostPercent"
          label="Percent off at most"
          inputMode="decimal"
          defaultValue={values.lateMostPercent}
          errors={errorsOf("lateMostPercent")}
        />
      </div>
    </fieldset>
  );
}
