"use client";

import { useState } from "react";

import type {
  AssignmentFormValues,
  ErrorsOf,
} from "@/components/quizzes/assignments/assignment-form-values";
import { AttemptFields } from "@/components/quizzes/assignments/attempt-fields";
import { DateFields } from "@/components/quizzes/assignments/date-fields";
import { FeedbackFields } from "@/components/quizzes/assignments/feedback-fields";
import { SectionTicks } from "@/components/quizzes/assignments/section-ticks";
import { formFailure, type FormAction } from "@/components/form/form-action";
import { FormMessage } from "@/components/form/form-message";
import { HiddenFields } from "@/components/form/hidden-fields";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select";

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
      <QuizAndTitle quizzes={quizzes} values={values} errorsOf={errorsOf} />
      <DateFields zone={zone} values={values} errorsOf={errorsOf} />
      <AttemptFields
        values={values}
        attemptsAllowed={attempts}
        onAttemptsAllowed={setAttempts}
        errorsOf={errorsOf}
      />
      <FeedbackFields policy={values.policy} attemptsAllowed={attempts} />
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

type QuizAndTitleProps = Pick<AssignmentFormProps, "quizzes" | "values"> & { errorsOf: ErrorsOf };

function QuizAndTitle({ quizzes, values, errorsOf }: QuizAndTitleProps) {
  return (
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
  );
}
