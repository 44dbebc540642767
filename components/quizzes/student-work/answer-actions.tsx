"use client";

import { useId } from "react";

import { formFailure, type FormAction } from "@/components/form/form-action";
import { FormMessage } from "@/components/form/form-message";
import { HiddenFields } from "@/components/form/hidden-fields";
import { useActionForm } from "@/components/form/use-action-form";
import { ReasonForm } from "@/components/quizzes/student-work/reason-form";
import { Button } from "@/components/ui/button";
import { CONTROL, Field } from "@/components/ui/field";
import { TextLink } from "@/components/ui/text-link";

type AnswerActionsProps = {
  /** Which answer it is. */
  values: Readonly<Record<string, string | number>>;
  gradedAt: string;
  points: number | null;
  most: number;
  override: number | null;
  comment: string;
  mayRun: boolean;
  /** Where its appeal is answered. */
  appeal: { state: "open" | "accepted" | "refused"; href: string } | null;
  overrideAnswer: FormAction;
  dropOverride: FormAction;
  say: FormAction;
};

const SUMMARY = "cursor-pointer text-sm font-medium";
const STAYS = "The student reads it, and the audit keeps it for good: name nobody.";

/** What staff may do with one answer. */
export function AnswerActions(props: AnswerActionsProps) {
  const { values, gradedAt, points, most, override, comment, mayRun, appeal } = props;
  const marked = { ...values, gradedAt };
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-3">
      {appeal ? <AppealLine {...appeal} /> : null}
      {mayRun ? (
        <details>
          <summary className={SUMMARY}>
            {override === null ? "Give points by hand" : "Change or take back the points by hand"}
          </summary>
          <div className="mt-3 flex flex-col gap-5">
            <ReasonForm
              action={props.overrideAnswer}
              values={marked}
              points={{ most, now: points }}
              hint={STAYS}
              submit="Give these points"
              done="Given."
            />
            {override === null ? null : (
              <ReasonForm
                action={props.dropOverride}
                values={marked}
                hint="What the grader says counts again."
                isOptional
                submit="Take the points by hand back"
                done="Taken back."
              />
            )}
          </div>
        </details>
      ) : null}
      <details>
        <summary className={SUMMARY}>
          {comment === "" ? "Write a comment" : "Change the comment"}
        </summary>
        <CommentForm action={props.say} values={values} comment={comment} />
      </details>
    </div>
  );
}

const APPEALS = {
  open: "The student contests this mark.",
  accepted: "An appeal on this answer was accepted.",
  refused: "An appeal on this answer was refused.",
} as const;

const AppealLine = ({ state, href }: NonNullable<AnswerActionsProps["appeal"]>) => (
  <p className="text-sm">
    {APPEALS[state]} <TextLink href={href}>{state === "open" ? "Answer it" : "Appeals"}</TextLink>
  </p>
);

type CommentFormProps = {
  action: FormAction;
  values: Readonly<Record<string, string | number>>;
  comment: string;
};

function CommentForm({ action, values, comment }: CommentFormProps) {
  const id = useId();
  const { state, pending, form, errorsOf } = useActionForm(action, { status: "idle" });
  return (
    <form {...form} className="mt-3 flex flex-col gap-3">
      <HiddenFields values={values} />
      <Field id={id} label="Comment for the student" errors={errorsOf("comment")}>
        <textarea
          id={id}
          name="comment"
          rows={2}
          maxLength={5000}
          className={`${CONTROL} py-2`}
          defaultValue={comment}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" size="small" disabled={pending}>
          {pending ? "One moment…" : "Save the comment"}
        </Button>
        <FormMessage error={formFailure(state)} done={state.status === "done" ? "Saved." : null} />
      </div>
    </form>
  );
}
