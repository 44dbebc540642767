"use client";

import { useState } from "react";

import {
  AssignedForm,
  type AssignedFormProps,
  type ErrorsOf,
} from "@/components/quizzes/assignments/assigned-form";
import { AttemptFields } from "@/components/quizzes/assignments/attempt-fields";
import { DateFields } from "@/components/quizzes/assignments/date-fields";
import { FeedbackFields } from "@/components/quizzes/assignments/feedback-fields";
import { TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select";
import type { AssignmentFormValues } from "@/lib/domain/quizzes/assigned-forms";

type Quizzes = { quizzes: readonly { id: string; title: string }[] };
type AssignmentFormProps = AssignedFormProps<AssignmentFormValues> & Quizzes;

/** Dates, limits and what is shown when. */
export const AssignmentForm = ({ zone, quizzes, ...frame }: AssignmentFormProps) => (
  <AssignedForm {...frame}>
    {(errorsOf) => <AssignmentFields {...{ zone, quizzes, errorsOf }} values={frame.values} />}
  </AssignedForm>
);

type FieldsProps = Pick<AssignmentFormProps, "zone" | "quizzes" | "values"> & {
  errorsOf: ErrorsOf;
};

function AssignmentFields({ zone, quizzes, values, errorsOf }: FieldsProps) {
  const [attempts, setAttempts] = useState(values.attemptsAllowed);
  return (
    <>
      <QuizAndTitle quizzes={quizzes} values={values} errorsOf={errorsOf} />
      <DateFields zone={zone} values={values} errorsOf={errorsOf} />
      <AttemptFields
        values={values}
        attemptsAllowed={attempts}
        onAttemptsAllowed={setAttempts}
        errorsOf={errorsOf}
      />
      <FeedbackFields policy={values.policy} attemptsAllowed={attempts} />
    </>
  );
}

/** The title is the quiz's until it is given another. */
function QuizAndTitle({ quizzes, values, errorsOf }: Omit<FieldsProps, "zone">) {
  const [quizId, setQuizId] = useState(values.quizId);
  const [title, setTitle] = useState(values.title);
  const titleOf = (wanted: string) => quizzes.find(({ id }) => id === wanted)?.title ?? "";
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <SelectField
        id="quiz"
        name="quizId"
        label="Quiz"
        value={quizId}
        onChange={({ target: { value } }) => {
          setQuizId(value);
          if (title === titleOf(quizId)) setTitle(titleOf(value));
        }}
        errors={errorsOf("quizId")}
      >
        {quizzes.map(({ id, title: name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        id="title"
        name="title"
        label="Title"
        hint="As students see it."
        value={title}
        onChange={({ target: { value } }) => {
          setTitle(value);
        }}
        errors={errorsOf("title")}
      />
    </div>
  );
}
