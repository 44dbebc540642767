"use client";

import { ConfirmButton } from "@/components/form/confirm-button";
import { formFailure, type FormAction } from "@/components/form/form-action";
import { FormMessage } from "@/components/form/form-message";
import { HiddenFields } from "@/components/form/hidden-fields";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

type SectionListProps = {
  classId: string;
  sections: readonly { id: string; name: string }[];
  add: FormAction;
  change: FormAction;
  remove: FormAction;
};

/** Groups within a class that may have assignments of their own. */
export function SectionList({ classId, sections, add, change, remove }: SectionListProps) {
  return (
    <div className="flex flex-col gap-5">
      {sections.length === 0 ? (
        <p className="text-muted">No sections: what is assigned is for the whole class.</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {sections.map(({ id, name }) => (
            <li key={id} className="flex flex-wrap items-end gap-2">
              <RenameForm values={{ classId, sectionId: id }} name={name} change={change} />
              <ConfirmButton
                action={remove}
                values={{ classId, sectionId: id }}
                look="quiet"
                label={`Remove section ${name}`}
                title={`Remove section ${name}?`}
                consequences={<p>Its people stay in the class, in no section.</p>}
                confirm="Remove"
                size="medium"
              >
                Remove
              </ConfirmButton>
            </li>
          ))}
        </ul>
      )}
      <AddForm classId={classId} count={sections.length} add={add} />
    </div>
  );
}

type RenameFormProps = {
  values: { classId: string; sectionId: string };
  name: string;
  change: FormAction;
};

function RenameForm({ values, name, change }: RenameFormProps) {
  const { state, pending, form, errorsOf } = useActionForm(change, { status: "idle" });
  return (
    <form {...form} className="flex flex-col gap-1">
      <HiddenFields values={values} />
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          id={`section-${values.sectionId}`}
          name="name"
          label={<span className="sr-only">Name of section {name}</span>}
          defaultValue={name}
          maxLength={60}
          errors={errorsOf("name")}
        />
        <Button type="submit" disabled={pending} aria-label={`Rename section ${name}`}>
          Rename
        </Button>
      </div>
      {state.status === "failed" ? <FormMessage error={formFailure(state)} /> : null}
    </form>
  );
}

type AddFormProps = { classId: string; count: number; add: FormAction };

function AddForm({ classId, count, add }: AddFormProps) {
  const { state, pending, form, errorsOf } = useActionForm(add, { status: "idle" });
  return (
    <form {...form} className="flex flex-col gap-1">
      <HiddenFields values={{ classId }} />
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          // Empty again once there is one more, with the focus where it was.
          key={count}
          id="new-section"
          name="name"
          label="New section"
          maxLength={60}
          errors={errorsOf("name")}
        />
        <Button type="submit" disabled={pending}>
          Add
        </Button>
      </div>
      {state.status === "failed" ? <FormMessage error={formFailure(state)} /> : null}
    </form>
  );
}
