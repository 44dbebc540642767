"use client";

import { Plus } from "lucide-react";
import { useState } from "react";

import { BuilderSection } from "@/components/quizzes/builder/builder-section";
import { QuestionPicker, type PickerChoices } from "@/components/quizzes/builder/question-picker";
import { useQuizDraft, type QuizDraft } from "@/components/quizzes/builder/use-quiz-draft";
import { FormMessage } from "@/components/form/form-message";
import { ActionBar } from "@/components/study/action-bar";
import { useAnnounce } from "@/components/ui/announcer";
import { Button, LinkButton } from "@/components/ui/button";
import { CONTROL, Field, TextField } from "@/components/ui/field";
import {
  addItems,
  addSection,
  moveItem,
  placeItem,
  removeSection,
  changeSection,
  type Place,
} from "@/lib/domain/quizzes/edit-quiz";
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
  const announce = useAnnounce();
  const [known, setKnown] = useState(names);
  const [picking, setPicking] = useState<number | null>(null);
  const { draft, checked, change } = work;
  const { content } = draft;

  const move = (from: Place, by: -1 | 1): void => {
    const [next, to] = moveItem(content, from, by);
    if (next === content) return;
    change(next);
    announce(`Moved to section ${to.section + 1}, place ${to.item + 1}.`);
    focusItem(to, by);
  };
  const drop = (from: Place, to: Place): void => {
    change(placeItem(content, from, to)[0]);
  };
  const add = (section: number, items: QuizItem[], found: readonly PickedQuestion[] = []): void => {
    setKnown({ ...known, ...Object.fromEntries(found.map((one) => [one.id, one])) });
    change(addItems(content, section, items));
  };

  return (
    <div className="flex flex-1 flex-col gap-8">
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
              change({ ...content, instructions: event.target.value });
            }}
          />
        </Field>
      </div>
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

const takenIds = (items: readonly QuizItem[]): ReadonlySet<string> =>
  new Set(items.flatMap((item) => (item.type === "question" ? [item.questionId] : [])));

/** The button that was pressed has moved with its item. */
function focusItem({ section, item }: Place, by: -1 | 1): void {
  requestAnimationFrame(() => {
    document.getElementById(`move-${by === 1 ? "down" : "up"}-${section}-${item}`)?.focus();
  });
}

function SaveBar({ work }: { work: ReturnType<typeof useQuizDraft> }) {
  const { draft, checked, isChanged, isSaving, error } = work;
  return (
    <ActionBar>
      <div className="flex flex-wrap items-center gap-3">
        <p className="text-sm text-muted tabular-nums" role="status">
          {checked ? `${checked.questions} questions, ${checked.points} points. ` : ""}
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
