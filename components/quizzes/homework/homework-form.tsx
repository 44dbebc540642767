"use client";

import { useState } from "react";

import { formFailure, type FormAction } from "@/components/form/form-action";
import { FormMessage } from "@/components/form/form-message";
import { HiddenFields } from "@/components/form/hidden-fields";
import { useActionForm } from "@/components/form/use-action-form";
import { SectionTicks } from "@/components/quizzes/assignments/section-ticks";
import { Wanted, type HomeworkValues, type ScopeGroup } from "@/components/quizzes/homework/wanted";
import type { ErrorsOf } from "@/components/quizzes/assignments/assignment-form-values";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select";

type HomeworkFormProps = {
  classId: string;
  zone: string;
  scopes: readonly ScopeGroup[];
  sections: readonly { id: string; name: string }[];
  values: HomeworkValues;
  save: FormAction;
  done: string | null;
};

/** Study work: what is asked for, when it counts, and what it gives. Without an id it is new. */
export function HomeworkForm(props: HomeworkFormProps) {
  const { classId, zone, scopes, sections, values, save, done } = props;
  const { state, pending, form, errorsOf } = useActionForm(save, { status: "idle" });
  const [draft, setDraft] = useState(values);
  const isNew = values.assignmentId === "";
  const change = (part: Partial<HomeworkValues>) => {
    setDraft({ ...draft, ...part });
  };
  return (
    <form {...form} className="flex max-w-3xl flex-col gap-8">
      <HiddenFields
        values={{
          classId,
          ...(isNew ? {} : { assignmentId: values.assignmentId, revision: values.revision }),
        }}
      />
      <TextField
        id="title"
        name="title"
        label="Title"
        hint="As students see it."
        defaultValue={values.title}
        errors={errorsOf("title")}
      />
      <When zone={zone} draft={draft} onChange={change} errorsOf={errorsOf} />
      <Wanted scopes={scopes} draft={draft} onChange={change} errorsOf={errorsOf} />
      <Credit values={values} errorsOf={errorsOf} />
      <SectionTicks
        sections={sections}
        ticked={values.sectionIds}
        errors={errorsOf("sectionIds")}
      />
      <div className="flex flex-col items-start gap-2">
        <FormMessage error={formFailure(state)} done={state.status === "done" ? done : null} />
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? "Saving…" : isNew ? "Assign" : "Save"}
        </Button>
      </div>
    </form>
  );
}

type WhenProps = {
  zone: string;
  draft: HomeworkValues;
  onChange: (part: Partial<HomeworkValues>) => void;
  errorsOf: ErrorsOf;
};

const When = ({ zone, draft, onChange, errorsOf }: WhenProps) => (
  <fieldset className="grid gap-5 sm:grid-cols-2">
    <legend className="mb-3 text-lg font-semibold">When, in {zone} time</legend>
    {(["opensAt", "dueAt"] as const).map((name) => (
      <TextField
        key={name}
        id={name}
        name={name}
        type="datetime-local"
        label={name === "opensAt" ? "Counts from" : "Until"}
        value={draft[name]}
        onChange={(event) => {
          onChange({ [name]: event.target.value });
        }}
        errors={errorsOf(name)}
      />
    ))}
  </fieldset>
);

const Credit = ({ values, errorsOf }: { values: HomeworkValues; errorsOf: ErrorsOf }) => (
  <fieldset className="grid gap-5 sm:grid-cols-2">
    <legend className="mb-3 text-lg font-semibold">Credit</legend>
    <TextField
      id="points"
      name="points"
      label="Points"
      inputMode="decimal"
      defaultValue={values.points}
      errors={errorsOf("points")}
    />
    <SelectField id="credit" name="credit" label="Credit" defaultValue={values.credit}>
      <option value="proportional">In proportion to what is reached</option>
      <option value="all-or-nothing">All or nothing</option>
    </SelectField>
  </fieldset>
);
