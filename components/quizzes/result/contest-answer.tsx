"use client";

import { useId } from "react";

import { ConfirmButton } from "@/components/form/confirm-button";
import { formFailure, type FormAction } from "@/components/form/form-action";
import { FormMessage } from "@/components/form/form-message";
import { HiddenFields } from "@/components/form/hidden-fields";
import { useActionForm } from "@/components/form/use-action-form";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CONTROL, describe, Field } from "@/components/ui/field";

type Appeal = { state: "open" | "accepted" | "refused"; text: string; reply: string | null };

type ContestAnswerProps = {
  values: { attemptId: string; position: number };
  number: number;
  appeal: Appeal | null;
  mayAppeal: boolean;
  contest: FormAction;
  withdraw: FormAction;
};

/** What a student may say against the mark of one answer, or has said. */
export function ContestAnswer(props: ContestAnswerProps) {
  const { values, number, appeal, mayAppeal, contest, withdraw } = props;
  if (appeal) return <Said values={values} number={number} appeal={appeal} withdraw={withdraw} />;
  if (!mayAppeal) return null;
  return (
    <details className="border-t border-line pt-3">
      <summary className="cursor-pointer text-sm font-medium">Contest this mark</summary>
      <ContestForm values={values} contest={contest} />
    </details>
  );
}

function ContestForm({ values, contest }: Pick<ContestAnswerProps, "values" | "contest">) {
  const id = useId();
  const { state, pending, form, errorsOf } = useActionForm(contest, { status: "idle" });
  const about = { hint: "Your instructors read it and answer.", errors: errorsOf("text") };
  return (
    <form {...form} className="mt-3 flex flex-col gap-3">
      <HiddenFields values={values} />
      <Field id={id} label="Why is your answer right?" {...about}>
        <textarea
          name="text"
          rows={3}
          maxLength={2000}
          className={`${CONTROL} py-2`}
          {...describe(id, about)}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" size="small" disabled={pending}>
          {pending ? "One moment…" : "Send"}
        </Button>
        <FormMessage error={formFailure(state)} />
      </div>
    </form>
  );
}

const STATES: Record<Appeal["state"], { word: string; tone: Tone }> = {
  open: { word: "Contested", tone: "accent" },
  accepted: { word: "Appeal accepted", tone: "good" },
  refused: { word: "Appeal refused", tone: "neutral" },
};

type SaidProps = Pick<ContestAnswerProps, "values" | "number" | "withdraw"> & { appeal: Appeal };

function Said({ values, number, appeal, withdraw }: SaidProps) {
  const { word, tone } = STATES[appeal.state];
  return (
    <section
      aria-label={`Appeal on question ${number}`}
      className="flex flex-col items-start gap-2 border-t border-line pt-3"
    >
      <Badge tone={tone}>{word}</Badge>
      <p className="text-sm break-words whitespace-pre-wrap text-muted">{appeal.text}</p>
      {appeal.reply ? (
        <p className="text-sm break-words whitespace-pre-wrap">{appeal.reply}</p>
      ) : null}
      {appeal.state === "open" ? (
        <ConfirmButton
          action={withdraw}
          values={values}
          look="quiet"
          title="Take this appeal back?"
          consequences={<p>Nobody answers it then. You may contest the mark again.</p>}
          confirm="Take it back"
        >
          Take it back
        </ConfirmButton>
      ) : null}
    </section>
  );
}
