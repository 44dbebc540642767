"use client";

import { useId } from "react";

import { formFailure, type FormAction } from "@/components/form/form-action";
import { FormMessage } from "@/components/form/form-message";
import { HiddenFields } from "@/components/form/hidden-fields";
import { useActionForm } from "@/components/form/use-action-form";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { InlineMarkdown } from "@/components/ui/markdown";
import { Select } from "@/components/ui/select";

export type RegradableQuestion = {
  id: string;
  prompt: string;
  ruling: "full" | "left-out" | null;
  hasNewerKey: boolean;
  hasOtherPoints: boolean;
};

type RegradeFormProps = {
  values: Readonly<Record<string, string>>;
  questions: readonly RegradableQuestion[];
  preview: FormAction;
};

const ROW = "flex items-start gap-3 py-1";
const BOX = "mt-1 size-4 shrink-0 accent-accent";

/** What is to be graded anew. Nothing changes before it was looked at. */
export function RegradeForm({ values, questions, preview }: RegradeFormProps) {
  const id = useId();
  const { state, pending, form, errorsOf } = useActionForm(preview, { status: "idle" });
  return (
    <form {...form} className="flex flex-col gap-5">
      <HiddenFields values={values} />
      <Choices questions={questions} />
      <fieldset className="rounded-lg border border-line px-4 py-3">
        <legend className="px-1 text-sm font-medium">May students lose points?</legend>
        <label className={ROW}>
          <input type="radio" name="policy" value="raise-only" defaultChecked className={BOX} />
          <span>No: marks only rise</span>
        </label>
        <label className={ROW}>
          <input type="radio" name="policy" value="replace" className={BOX} />
          <span>Yes: marks become what they would be today</span>
        </label>
      </fieldset>
      <Rulings questions={questions} />
      <TextField
        id={`${id}-reason`}
        name="reason"
        label="Reason"
        hint="Needed where something is decided for everybody: students read it. The audit keeps it for good."
        maxLength={500}
        autoComplete="off"
        errors={errorsOf("reason")}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? "Grading on trial…" : "See what would change"}
        </Button>
        <FormMessage error={formFailure(state)} />
      </div>
    </form>
  );
}

function Choices({ questions }: Pick<RegradeFormProps, "questions">) {
  const newer = questions.filter(({ hasNewerKey }) => hasNewerKey).length;
  const other = questions.filter(({ hasOtherPoints }) => hasOtherPoints).length;
  return (
    <fieldset className="rounded-lg border border-line px-4 py-3">
      <legend className="px-1 text-sm font-medium">Grade anew by</legend>
      <label className={ROW}>
        <input type="checkbox" name="keys" defaultChecked className={BOX} />
        <span>
          Today’s keys of the questions{" "}
          <span className="text-sm text-muted">{changedWords(newer, "a newer key")}</span>
        </span>
      </label>
      <label className={ROW}>
        <input type="checkbox" name="points" defaultChecked={other > 0} className={BOX} />
        <span>
          Today’s points of the quiz{" "}
          <span className="text-sm text-muted">{changedWords(other, "other points")}</span>
        </span>
      </label>
    </fieldset>
  );
}

const changedWords = (count: number, what: string): string =>
  count === 0
    ? "(none has changed since)"
    : `(${count === 1 ? "1 question has" : `${count} questions have`} ${what})`;

function Rulings({ questions }: Pick<RegradeFormProps, "questions">) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 text-sm font-medium">For everybody, also who hands in later</legend>
      <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
        {questions.map(({ id, prompt, ruling, hasNewerKey, hasOtherPoints }, index) => (
          <li
            key={id}
            className="flex flex-col gap-2 px-4 py-3 sm:flex-row sm:items-center sm:justify-between"
          >
            <div className="min-w-0 text-sm">
              <p className="font-medium break-words">
                Q{index + 1} <span className="font-normal text-muted">{id}</span>
              </p>
              <p className="line-clamp-2 break-words text-muted">
                <InlineMarkdown text={prompt} />
              </p>
              <p className="mt-1 flex flex-wrap gap-1.5">
                {hasNewerKey ? <Badge tone="accent">Newer key</Badge> : null}
                {hasOtherPoints ? <Badge tone="accent">Other points</Badge> : null}
              </p>
            </div>
            <div className="shrink-0 sm:w-56">
              <Select
                compact
                name="rulings[]"
                aria-label={`Question ${index + 1} for everybody`}
                defaultValue={ruling === null ? "" : `${ruling} ${id}`}
              >
                <option value="">As it is marked</option>
                <option value={`full ${id}`}>Full points</option>
                <option value={`left-out ${id}`}>Leave it out</option>
              </Select>
            </div>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
