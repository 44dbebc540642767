"use client";

import { useState } from "react";

import { FormMessage } from "@/components/form/form-message";
import { ChangedMarks } from "@/components/quizzes/appeals/changed-marks";
import type {
  AcceptancePreview,
  KeyScope,
  OpenAppeal,
  useAppeals,
} from "@/components/quizzes/appeals/use-appeals";
import { Button } from "@/components/ui/button";
import { CONTROL, Field, TextField } from "@/components/ui/field";

type Work = ReturnType<typeof useAppeals>;
type Way = "key" | "points" | "refuse";

type AppealAnswerProps = { appeal: OpenAppeal; work: Work };

const ROW = "flex items-start gap-3 py-1.5";
const BOX = "mt-1 size-4 shrink-0 accent-accent";

/** Right for everybody, points for this answer alone, or no: with a reply to the student. */
export function AppealAnswer({ appeal, work }: AppealAnswerProps) {
  const [draft, setDraft] = useState<Draft>({
    way: appeal.canJoinKey ? "key" : "points",
    scope: "classes",
    reply: "",
    points: String(appeal.question.points),
  });
  const { way } = draft;
  const preview = way === "key" ? work.previewOf(draft.scope) : null;
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
    // What was looked at was for another answer.
    if (part.reply === undefined) work.forgetPreview();
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        send(work, draft, preview !== null);
      }}
    >
      <Ways way={way} canJoinKey={appeal.canJoinKey} onChange={change} />
      {way === "key" && appeal.mayAddEverywhere ? (
        <ScopeFields scope={draft.scope} onChange={change} />
      ) : null}
      {way === "points" ? (
        <TextField
          id="appeal-points"
          label={`Points, of ${appeal.question.points}`}
          inputMode="decimal"
          autoComplete="off"
          value={draft.points}
          onChange={(event) => {
            change({ points: event.target.value });
          }}
          fieldClassName="max-w-48"
        />
      ) : null}
      <ReplyField reply={draft.reply} onChange={change} />
      {preview ? <WhatChanges preview={preview} /> : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" disabled={work.pending}>
          {work.pending ? "One moment…" : submitWords(way, preview)}
        </Button>
        <FormMessage error={work.failure} />
      </div>
    </form>
  );
}

type Draft = { way: Way; scope: KeyScope; reply: string; points: string };
type OnChange = (part: Partial<Draft>) => void;

function send(work: Work, { way, scope, reply, points }: Draft, isLookedAt: boolean): void {
  if (way === "refuse") work.refuse(reply);
  else if (way === "points") work.acceptWithPoints(points, reply);
  else if (isLookedAt) work.acceptIntoKey(scope, reply);
  else work.look(scope);
}

const ReplyField = ({ reply, onChange }: { reply: string; onChange: OnChange }) => (
  <Field id="appeal-reply" label="Reply to the student">
    <textarea
      id="appeal-reply"
      rows={2}
      maxLength={2000}
      className={`${CONTROL} py-2`}
      value={reply}
      onChange={(event) => {
        onChange({ reply: event.target.value });
      }}
    />
  </Field>
);

type WaysProps = { way: Way; canJoinKey: boolean; onChange: OnChange };

const Ways = ({ way, canJoinKey, onChange }: WaysProps) => (
  <fieldset className="rounded-lg border border-line px-4 py-3">
    <legend className="px-1 text-sm font-medium">What do you answer?</legend>
    {WAYS.filter((one) => canJoinKey || one.way !== "key").map((one) => (
      <label key={one.way} className={ROW}>
        <input
          type="radio"
          name="way"
          className={BOX}
          checked={way === one.way}
          onChange={() => {
            onChange({ way: one.way });
          }}
        />
        <span>{one.words}</span>
      </label>
    ))}
  </fieldset>
);

const WAYS: readonly { way: Way; words: string }[] = [
  { way: "key", words: "Accept: this answer is also right, for whoever gave it" },
  { way: "points", words: "Accept: points for this answer alone" },
  { way: "refuse", words: "Refuse: the mark stays" },
];

function submitWords(way: Way, preview: AcceptancePreview | null): string {
  if (way === "refuse") return "Refuse";
  if (way === "points") return "Accept with these points";
  return preview ? "Accept and change these marks" : "See what would change";
}

const SCOPES = [
  { scope: "classes", word: "In the classes that you instruct" },
  { scope: "everywhere", word: "For everybody who is asked this question" },
] as const;

const ScopeFields = ({ scope, onChange }: { scope: KeyScope; onChange: OnChange }) => (
  <fieldset className="rounded-lg border border-line px-4 py-3">
    <legend className="px-1 text-sm font-medium">Where is it right?</legend>
    {SCOPES.map((one) => (
      <label key={one.scope} className={ROW}>
        <input
          type="radio"
          name="scope"
          className={BOX}
          checked={scope === one.scope}
          onChange={() => {
            onChange({ scope: one.scope });
          }}
        />
        <span>{one.word}</span>
      </label>
    ))}
  </fieldset>
);

function WhatChanges({ preview }: { preview: AcceptancePreview }) {
  const { changes, classes, assignments } = preview;
  return (
    <section aria-label="What would change" className="flex flex-col gap-3">
      <p className="font-medium">
        {changes.length === 0
          ? "No mark would change: this answer’s points were given by hand."
          : changes.length === 1
            ? "1 mark would rise."
            : `${changes.length} marks would rise.`}
      </p>
      <p className="text-sm text-muted">
        {classes === null
          ? "It will be right for everybody from now on. "
          : `It will be right from now on in ${classes.join(", ")}. `}
        Looked at: {assignments.join("; ")}.
      </p>
      <ChangedMarks changes={changes} />
    </section>
  );
}
