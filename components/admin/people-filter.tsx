import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select";
import { ROLES, type Role } from "@/lib/domain/access/actor";

type PeopleFilterProps = { text: string; role: Role | null; disabled: boolean; total: number };

export const ROLE_NAMES: Record<Role, string> = {
  learner: "Learner",
  instructor: "Instructor",
  admin: "Admin",
};

/** A form of the browser's own: its address can be kept and sent. */
export function PeopleFilter({ text, role, disabled, total }: PeopleFilterProps) {
  return (
    <form action="/admin" className="flex flex-wrap items-end gap-3" role="search">
      <TextField
        id="people-text"
        name="text"
        type="search"
        label="Name or email"
        defaultValue={text}
        fieldClassName="w-full max-w-72"
      />
      <SelectField id="people-role" name="role" label="Role" defaultValue={role ?? ""}>
        <option value="">All</option>
        {ROLES.map((one) => (
          <option key={one} value={one}>
            {ROLE_NAMES[one]}
          </option>
        ))}
      </SelectField>
      <SelectField
        id="people-show"
        name="show"
        label="Accounts"
        defaultValue={disabled ? "disabled" : ""}
      >
        <option value="">All</option>
        <option value="disabled">Disabled</option>
      </SelectField>
      <Button type="submit">Find</Button>
      <p className="py-2.5 text-sm text-muted" aria-live="polite">
        {total === 1 ? "1 person" : `${total} people`}
      </p>
    </form>
  );
}
