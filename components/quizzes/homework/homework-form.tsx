"use client";

import { useState } from "react";

import {
  AssignedForm,
  type AssignedFormProps,
  type ErrorsOf,
} from "@/components/quizzes/assignments/assigned-form";
import { Wanted } from "@/components/quizzes/homework/wanted";
import { TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select";
import type { HomeworkFormValues, ScopeGroup } from "@/lib/domain/quizzes/assigned-forms";

type Scopes = { scopes: readonly ScopeGroup[] };
type HomeworkFormProps = AssignedFormProps<HomeworkFormValues> & Scopes;

/** Study work: what is asked for, when it counts, and what it gives. */
export const HomeworkForm = ({ zone, scopes, ...frame }: HomeworkFormProps) => (
  <AssignedForm {...frame}>
    {(errorsOf) => <HomeworkFields {...{ zone, scopes, errorsOf }} values={frame.values} />}
  </AssignedForm>
);

type HomeworkFieldsProps = Pick<HomeworkFormProps, "zone" | "scopes" | "values"> & {
  errorsOf: ErrorsOf;
};

function HomeworkFields({ zone, scopes, values, errorsOf }: HomeworkFieldsProps) {
  const [draft, setDraft] = useState(values);
  const change = (part: Partial<HomeworkFormValues>) => {
    setDraft({ ...draft, ...part });
  };
  return (
    <>
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
    </>
  );
}

type WhenProps = {
  zone: string;
  draft: HomeworkFormValues;
  onChange: (part: Partial<HomeworkFormValues>) => void;
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

const Credit = ({ values, errorsOf }: { values: HomeworkFormValues; errorsOf: ErrorsOf }) => (
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
