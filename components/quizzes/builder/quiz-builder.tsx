"use client";

import { Plus } from "lucide-react";
import { useState } from "react";

import { BuilderSection } from "@/components/quizzes/builder/builder-section";
import { QuestionPicker, type PickerChoices } from "@/components/quizzes/builder/question-picker";
import { useQuizDraft, type QuizDraft } from "@/components/quizzes/builder/use-quiz-draft";
import { useQuizItems } from "@/components/quizzes/builder/use-quiz-items";
import { pointsText } from "@/components/quizzes/points-text";
import { FormMessage } from "@/components/form/form-message";
import { ActionBar } from "@/components/study/action-bar";
import { Button, LinkButton } from "@/components/ui/button";
import { CONTROL, Field, TextField } from "@/components/ui/field";
import { counted } from "@/components/ui/counted";
import { addSection, removeSection, changeSection } from "@/lib/domain/quizzes/edit-quiz";
import type { QuizItem } from "@/lib/domain/quizzes/quiz-content";
import type { PickedQuestion } from "@/lib/domain/quizzes/quiz-input";

type QuizBuilderProps = {
  quiz: QuizDraft;
  /** What the questions in it are, by id. */
  names: Readonly<Record<string, PickedQuestion>>;
  choices: PickerChoices;
};

/** Where a quiz is built: sections with fixed questions and pools. Each save is a version. */
export function QuizBuilder({ quiz, names, choices }: QuizBuilderProps) {
  const work = useQuizDraft(quiz);
  const { known, move, drop, add } = useQuizItems(work, names);
  const [picking, setPicking] = useState<number | null>(null);
  const { draft, checked, change } = work;
  const { content } = draft;

  return (
    <div className="flex flex-1 flex-col gap-8">
      <TitleAndInstructions work={work} />
      {content.sections.map((section, at) => (
        <BuilderSection
          key={at}
          at={at}
          section={section}
          names={known}
          checked={checked}
          choices={choices}
          isOnly={content.sections.length === 1}
          onChange={(next) => {
            change(changeSection(content, at, next));
          }}
          onRemove={() => {
            change(removeSection(content, at));
          }}
          onPick={() => {
            setPicking(at);
          }}
          onMove={move}
          onDrop={drop}
        />
      ))}
      <Button
        className="self-start"
        onClick={() => {
          change(addSection(content));
        }}
      >
        <Plus aria-hidden className="size-4" />
        Add a section
      </Button>
      <QuestionPicker
        open={picking !== null}
        choices={choices}
        taken={takenIds(content.sections.flatMap(({ items }) => items))}
        onClose={() => {
          setPicking(null);
        }}
        onAdd={(items, found) => {
          add(picking ?? 0, items, found);
        }}
      />
      <SaveBar work={work} />
    </div>
  );
}

type DraftWork = ReturnType<typeof useQuizDraft>;

function TitleAndInstructions({ work }: { work: DraftWork }) {
  const { draft } = work;
  const { content } = draft;
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      <TextField
        id="quiz-title"
        label="Title"
        value={draft.title}
        maxLength={120}
        onChange={(event) => {
          work.rename(event.target.value);
        }}
      />
      <Field id="instructions" label="Instructions" hint="Markdown, shown before the start.">
        <textarea
          id="instructions"
          aria-describedby="instructions-hint"
          rows={3}
          maxLength={5_000}
          className={`${CONTROL} py-2`}
          value={content.instructions}
          onChange={(event) => {
            work.change({ ...content, instructions: event.target.value });
          }}
        />
      </Field>
    </div>
  );
}

const takenIds = (items: readonly QuizItem[]): ReadonlySet<string> =>
  new Set(items.flatMap((item) => (item.type === "question" ? [item.questionId] : [])));

function SaveBar({ work }: { work: DraftWork }) {
  const { draft, checked, isChanged, isSaving, error } = work;
  return (
    <ActionBar aboveTabs>
      <div className="flex flex-wrap items-center gap-3">
        <p className="text-sm text-muted tabular-nums" role="status">
          {checked
            ? `${counted(checked.questions, "question")}, ${pointsText(checked.points)}. `
            : ""}
          {isChanged ? "Not saved yet." : `Saved as version ${draft.version}.`}
        </p>
        <div className="ms-auto flex flex-wrap gap-2">
          {isChanged ? null : (
            <>
              <LinkButton href={`/quizzes/${draft.id}/preview`}>Preview</LinkButton>
              <LinkButton href={`/quizzes/${draft.id}/print`}>Print</LinkButton>
            </>
          )}
          <Button
            look="primary"
            disabled={isSaving || !isChanged || draft.title.trim() === ""}
            onClick={() => void work.save()}
          >
            {isSaving ? "Saving…" : "Save"}
          </Button>
        </div>
      </div>
      {error ? <FormMessage error={error} /> : null}
    </ActionBar>
  );
}
