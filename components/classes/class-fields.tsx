import { zoneName } from "@/components/classes/class-words";
import { CONTROL, describe, Field, TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select";

type ClassFieldsProps = {
  initial: { name: string; description: string; timeZone: string };
  timeZones: readonly string[];
  errorsOf: (name: string) => readonly string[] | undefined;
};

/** What a class is called, what it says of itself, and whose clock it goes by. */
export function ClassFields({ initial, timeZones, errorsOf }: ClassFieldsProps) {
  const description = { hint: "Students read this.", errors: errorsOf("description") };
  return (
    <>
      <TextField
        id="class-name"
        name="name"
        label="Name"
        maxLength={100}
        defaultValue={initial.name}
        errors={errorsOf("name")}
      />
      <Field id="class-description" label="Description" {...description}>
        <textarea
          {...describe("class-description", description)}
          name="description"
          rows={3}
          maxLength={2000}
          defaultValue={initial.description}
          className={`${CONTROL} py-2`}
        />
      </Field>
      <SelectField
        id="class-zone"
        name="timeZone"
        label="Time zone"
        hint="Opening, due and closing times are set and shown in it."
        defaultValue={initial.timeZone}
        errors={errorsOf("timeZone")}
      >
        {[...new Set([...timeZones, initial.timeZone])].map((zone) => (
          <option key={zone} value={zone}>
            {zoneName(zone)}
          </option>
        ))}
      </SelectField>
    </>
  );
}
