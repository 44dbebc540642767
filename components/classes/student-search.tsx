import type { ReactNode } from "react";

import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select";
import { counted } from "@/components/ui/counted";

type StudentSearchProps<Order extends string> = {
  action: string;
  query: { text: string; section: string | null; sort: Order };
  sections: readonly { id: string; name: string }[];
  orders: Readonly<Record<Order, string>>;
  found: number;
  /** What else they are narrowed by. */
  children?: ReactNode;
};

/** Which students of a class, and in which order. A form of the browser's own: its address can be kept and sent. */
export function StudentSearch<Order extends string>(props: StudentSearchProps<Order>) {
  const { action, query, sections, orders, found, children } = props;
  return (
    <form action={action} role="search" className="flex flex-wrap items-end gap-3">
      <TextField
        id="student-text"
        name="text"
        type="search"
        label="Name, email or number"
        defaultValue={query.text}
        fieldClassName="w-full max-w-60"
      />
      {sections.length === 0 ? null : (
        <SelectField
          id="student-section"
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
      {children}
      <SelectField id="student-sort" name="sort" label="Order" defaultValue={query.sort}>
        {Object.entries<string>(orders).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </SelectField>
      <Button type="submit">Show</Button>
      <p className="py-2.5 text-sm text-muted" aria-live="polite">
        {counted(found, "student")}
      </p>
    </form>
  );
}
