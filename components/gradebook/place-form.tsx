"use client";

import type { FormAction } from "@/components/form/form-action";
import { HiddenFields } from "@/components/form/hidden-fields";
import { useActionForm } from "@/components/form/use-action-form";
import { pointWords } from "@/components/gradebook/grade-words";
import { SaveRow } from "@/components/settings/study-settings-form";
import { Select } from "@/components/ui/select";
import type { GradeColumn, NamedCategory } from "@/lib/domain/quizzes/gradebook";

type PlaceFormProps = {
  classId: string;
  categories: readonly NamedCategory[];
  columns: readonly GradeColumn[];
  save: FormAction;
};

/** Which category each assignment is in. */
export function PlaceForm({ classId, categories, columns, save }: PlaceFormProps) {
  const { state, pending, form } = useActionForm(save, { status: "idle" });
  return (
    <form {...form} className="flex flex-col gap-4">
      <HiddenFields values={{ classId }} />
      <ul
        // What is stored has changed: the choices start anew, and what is said of it stays.
        key={JSON.stringify([categories, columns.map(({ categoryId }) => categoryId)])}
        className="flex flex-col divide-y divide-line rounded-xl border border-line bg-surface"
      >
        {columns.map(({ id, title, maxPoints, categoryId }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
            <label htmlFor={`place-${id}`} className="min-w-40 flex-1 wrap-anywhere">
              {title}
              <span className="block text-xs text-muted">{pointWords(maxPoints)} points</span>
            </label>
            <input type="hidden" name="assignmentIds[]" value={id} />
            <span className="w-full sm:w-60">
              <Select
                id={`place-${id}`}
                name="categoryIds[]"
                defaultValue={categoryId ?? ""}
                compact
              >
                <option value="">None: not counted</option>
                {categories.map((category) => (
                  <option key={category.id} value={category.id}>
                    {category.name}
                  </option>
                ))}
              </Select>
            </span>
          </li>
        ))}
      </ul>
      <SaveRow state={state} pending={pending} />
    </form>
  );
}
