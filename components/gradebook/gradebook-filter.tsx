import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select";
import type { GradebookQuery } from "@/lib/domain/quizzes/gradebook-input";

type GradebookFilterProps = {
  action: string;
  query: GradebookQuery;
  sections: readonly { id: string; name: string }[];
  found: number;
};

const SORTS: Record<GradebookQuery["sort"], string> = {
  name: "By name",
  grade: "Lowest grade first",
  "-grade": "Highest grade first",
};

/** A form of the browser's own: its address can be kept and sent. */
export function GradebookFilter({ action, query, sections, found }: GradebookFilterProps) {
  return (
    <form action={action} role="search" className="flex flex-wrap items-end gap-3">
      <TextField
        id="grades-text"
        name="text"
        type="search"
        label="Name, email or number"
        defaultValue={query.text}
        fieldClassName="w-full max-w-60"
      />
      {sections.length === 0 ? null : (
        <SelectField
          id="grades-section"
          name="section"
          label="Section"
          defaultValue={query.section ?? ""}
        >
          <option value="">All</option>
          {sections.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField id="grades-sort" name="sort" label="Order" defaultValue={query.sort}>
        {Object.entries(SORTS).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </SelectField>
      <Button type="submit">Show</Button>
      <p className="py-2.5 text-sm text-muted" aria-live="polite">
        {found === 1 ? "1 student" : `${found} students`}
      </p>
    </form>
  );
}
