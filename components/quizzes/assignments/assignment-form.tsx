"use client";

import { useState } from "react";

import { FeedbackFields } from "@/components/quizzes/assignments/feedback-fields";
import { formFailure, type FormAction } from "@/components/form/form-action";
import { FormMessage } from "@/components/form/form-message";
import { HiddenFields } from "@/components/form/hidden-fields";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { FieldErrors, TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select";
import type { FeedbackPolicy } from "@/lib/domain/quizzes/feedback-policy";

export type AssignmentFormValues = {
  assignmentId: string;
  revision: number;
  quizId: string;
  title: string;
  opensAt: string;
  dueAt: string;
  closesAt: string;
  timeLimitMinutes: string;
  attemptsAllowed: string;
  counts: string;
  latePercentPerDay: number;
  lateMostPercent: number;
  policy: FeedbackPolicy;
  hasCode: boolean;
  sectionIds: string[];
  completionAids: boolean;
  onePerPage: boolean;
};

type AssignmentFormProps = {
  classId: string;
  zone: string;
  quizzes: readonly { id: string; title: string }[];
  sections: readonly { id: string; name: string }[];
  values: AssignmentFormValues;
  save: FormAction;
  done: string | null;
};

/** Dates, limits and what is shown when. An assignment without an id is new. */
export function AssignmentForm(props: AssignmentFormProps) {
  const { classId, zone, quizzes, sections, values, save, done } = props;
  const { state, pending, form, errorsOf } = useActionForm(save, { status: "idle" });
  const [attempts, setAttempts] = useState(values.attemptsAllowed);
  const isNew = values.assignmentId === "";
  return (
    <form {...form} className="flex max-w-3xl flex-col gap-8">
      <HiddenFields
        values={{
          classId,
          ...(isNew ? {} : { assignmentId: values.assignmentId, revision: values.revision }),
        }}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          id="quiz"
          name="quizId"
          label="Quiz"
          defaultValue={values.quizId}
          errors={errorsOf("quizId")}
        >
          {quizzes.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
        <TextField
          id="title"
          name="title"
          label="Title"
          hint="As students see it."
          defaultValue={values.title}
          errors={errorsOf("title")}
        />
      </div>
      <Dates zone={zone} values={values} errorsOf={errorsOf} />
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
          value={attempts}
          onChange={(event) => {
            setAttempts(event.target.value);
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
        <AccessCode hasCode={values.hasCode} errors={errorsOf("accessCode")} />
        <Tick name="onePerPage" label="One question per page" on={values.onePerPage} />
        <Tick
          name="completionAids"
          label="Completion in kubectl lines"
          on={values.completionAids}
        />
      </fieldset>
      <FeedbackFields policy={values.policy} attemptsAllowed={attempts} />
      {sections.length > 0 ? (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 text-lg font-semibold">For</legend>
          <p className="text-sm text-muted">Nothing ticked: everyone in the class.</p>
          {sections.map(({ id, name }) => (
            <label key={id} className="flex items-center gap-2.5">
              <input
                type="checkbox"
                name="sectionIds[]"
                value={id}
                defaultChecked={values.sectionIds.includes(id)}
                className="size-4 accent-accent"
              />
              {name}
            </label>
          ))}
          <FieldErrors id="sections" errors={errorsOf("sectionIds")} />
        </fieldset>
      ) : null}
      <div className="flex flex-col items-start gap-2">
        <FormMessage error={formFailure(state)} done={state.status === "done" ? done : null} />
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? "Saving…" : isNew ? "Assign" : "Save"}
        </Button>
      </div>
    </form>
  );
}

type DatesProps = {
  zone: string;
  values: AssignmentFormValues;
  errorsOf: (name: string) => readonly string[] | undefined;
};

function Dates({ zone, values, errorsOf }: DatesProps) {
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

function AccessCode({
  hasCode,
  errors,
}: {
  hasCode: boolean;
  errors: readonly string[] | undefined;
}) {
  const [change, setChange] = useState(hasCode ? "keep" : "none");
  return (
    <div className="flex flex-col gap-3">
      <SelectField
        id="code-change"
        name="codeChange"
        label="Access code"
        value={change}
        onChange={(event) => {
          setChange(event.target.value);
        }}
      >
        {hasCode ? <option value="keep">Keep the one there is</option> : null}
        <option value="none">None</option>
        <option value="set">{hasCode ? "Set another" : "Set one"}</option>
      </SelectField>
      {change === "set" ? (
        <TextField
          id="new-code"
          name="accessCode"
          label="New access code"
          autoComplete="off"
          errors={errors}
        />
      ) : null}
    </div>
  );
}

const Tick = ({ name, label, on }: { name: string; label: string; on: boolean }) => (
  <label className="flex items-center gap-2.5">
    <input type="checkbox" name={name} defaultChecked={on} className="size-4 accent-accent" />
    {label}
  </label>
);
