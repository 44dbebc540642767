"use client";

import { ArrowDown, ArrowUp, GripVertical, Plus, X } from "lucide-react";
import type { DragEvent } from "react";

import { PoolFields } from "@/components/quizzes/builder/pool-fields";
import type { PickerChoices } from "@/components/quizzes/builder/question-picker";
import { difficultyWord, kindWord } from "@/components/quizzes/builder/kind-words";
import { Button } from "@/components/ui/button";
import { CONTROL, TextField } from "@/components/ui/field";
import { focusSoon } from "@/components/ui/focus-soon";
import { InlineMarkdown } from "@/components/ui/markdown";
import type { Place } from "@/lib/domain/quizzes/edit-quiz";
import type { QuizContent, QuizItem } from "@/lib/domain/quizzes/quiz-content";
import type { CheckedQuiz, PickedQuestion } from "@/lib/domain/quizzes/quiz-input";

type Section = QuizContent["sections"][number];

type BuilderSectionProps = {
  at: number;
  section: Section;
  names: Readonly<Record<string, PickedQuestion>>;
  checked: CheckedQuiz | null;
  choices: PickerChoices;
  isOnly: boolean;
  onChange: (change: Partial<Section>) => void;
  onRemove: () => void;
  onPick: () => void;
  onMove: (from: Place, by: -1 | 1) => void;
  onDrop: (from: Place, to: Place) => void;
};

const NEW_POOL: QuizItem = {
  type: "pool",
  title: "",
  pick: 3,
  points: 1,
  from: { by: "filter", filter: { banks: [], domains: [], kinds: [], difficulties: [] } },
  notSeenBefore: false,
};

export function BuilderSection(props: BuilderSectionProps) {
  const { at, section, onChange, onPick } = props;
  return (
    <section
      aria-label={`Section ${at + 1}`}
      className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-4 sm:p-5"
    >
      <SectionHeader {...props} />
      {section.items.length === 0 ? (
        <p className="text-muted">Nothing here yet: add questions, or a pool to draw them from.</p>
      ) : (
        <ol className="flex flex-col gap-2">
          {section.items.map((item, index) => (
            <ItemRow key={index} {...props} item={item} index={index} />
          ))}
        </ol>
      )}
      <div className="flex flex-wrap gap-2">
        <Button id={`add-to-${at}`} size="small" onClick={onPick}>
          <Plus aria-hidden className="size-4" />
          Add questions
        </Button>
        <Button
          size="small"
          onClick={() => {
            onChange({ items: [...section.items, NEW_POOL] });
          }}
        >
          <Plus aria-hidden className="size-4" />
          Add a pool
        </Button>
      </div>
    </section>
  );
}

function SectionHeader({ at, section, isOnly, onChange, onRemove }: BuilderSectionProps) {
  return (
    <div className="flex flex-wrap items-end gap-4">
      <TextField
        id={`section-${at}`}
        label={`Section ${at + 1}`}
        placeholder="Without a title"
        value={section.title}
        maxLength={120}
        fieldClassName="min-w-48 flex-1"
        onChange={(event) => {
          onChange({ title: event.target.value });
        }}
      />
      <label className="flex h-10 items-center gap-2 text-sm">
        <input
          type="checkbox"
          checked={section.shuffle}
          className="size-4 accent-accent"
          onChange={(event) => {
            onChange({ shuffle: event.target.checked });
          }}
        />
        Shuffle for each student
      </label>
      {isOnly ? null : (
        <Button look="quiet" onClick={onRemove}>
          Remove the section
        </Button>
      )}
    </div>
  );
}

const DRAG_TYPE = "application/x-reconcile-place";

type ItemRowProps = BuilderSectionProps & { item: QuizItem; index: number };

function ItemRow(props: ItemRowProps) {
  const { at, section, item, index, checked, onChange, onDrop } = props;
  const change = (next: QuizItem) => {
    onChange({ items: section.items.with(index, next) });
  };
  const shortage = checked?.shortages.find((one) => one.section === at && one.item === index);
  const takeDrop = (event: DragEvent) => {
    const from = event.dataTransfer.getData(DRAG_TYPE);
    if (from === "") return;
    event.preventDefault();
    onDrop(JSON.parse(from) as Place, { section: at, item: index });
  };
  return (
    <li
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAG_TYPE, JSON.stringify({ section: at, item: index }));
      }}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(DRAG_TYPE)) event.preventDefault();
      }}
      onDrop={takeDrop}
      className="flex flex-wrap items-start gap-3 rounded-lg border border-line bg-canvas p-3 sm:flex-nowrap"
    >
      <GripVertical aria-hidden className="mt-2 size-4 shrink-0 cursor-grab text-faint" />
      <div className="min-w-0 flex-1">
        {item.type === "question" ? (
          <QuestionLine {...props} item={item} />
        ) : (
          <PoolFields
            pool={item}
            id={`pool-${at}-${index}`}
            choices={props.choices}
            candidates={
              checked?.pools.find((pool) => pool.section === at && pool.item === index)
                ?.candidates ?? null
            }
            onChange={change}
          />
        )}
        {shortage ? (
          <p className="mt-1 text-sm font-medium text-bad">
            {item.type === "question"
              ? "This question is not there any more."
              : `Asks for ${shortage.wanted}, but only ${shortage.found} are left to draw.`}
          </p>
        ) : null}
      </div>
      <Controls
        {...props}
        onPoints={(points) => {
          change({ ...item, points });
        }}
      />
    </li>
  );
}

function QuestionLine({
  names,
  item,
}: ItemRowProps & { item: Extract<QuizItem, { type: "question" }> }) {
  const known = names[item.questionId];
  return (
    <>
      <p className="break-words">
        {known ? <InlineMarkdown text={firstLine(known.prompt)} /> : item.questionId}
      </p>
      <p className="text-sm text-muted">
        {item.questionId}
        {known ? ` · ${kindWord(known.kind)} · ${difficultyWord(known.difficulty)}` : ""}
      </p>
    </>
  );
}

const firstLine = (text: string) => text.split("\n")[0] ?? "";

function Controls(props: ItemRowProps & { onPoints: (points: number) => void }) {
  const { at, index, item, section, onChange, onMove, onPoints } = props;
  const name = `item ${index + 1} of section ${at + 1}`;
  return (
    <div className="flex w-full shrink-0 flex-wrap items-center justify-end gap-1 sm:w-auto">
      <input
        type="number"
        min={0}
        max={1000}
        step={0.25}
        aria-label={`Points of ${name}`}
        value={item.points}
        onChange={(event) => {
          onPoints(Number(event.target.value));
        }}
        className={`${CONTROL} h-8 w-20! px-2! text-sm!`}
      />
      <Button
        id={`move-up-${at}-${index}`}
        look="quiet"
        size="small"
        aria-label={`Move ${name} up`}
        onClick={() => {
          onMove({ section: at, item: index }, -1);
        }}
      >
        <ArrowUp aria-hidden className="size-4" />
      </Button>
      <Button
        id={`move-down-${at}-${index}`}
        look="quiet"
        size="small"
        aria-label={`Move ${name} down`}
        onClick={() => {
          onMove({ section: at, item: index }, 1);
        }}
      >
        <ArrowDown aria-hidden className="size-4" />
      </Button>
      <Button
        id={`remove-${at}-${index}`}
        look="quiet"
        size="small"
        aria-label={`Remove ${name}`}
        onClick={() => {
          onChange({ items: section.items.toSpliced(index, 1) });
          focusSoon(`remove-${at}-${index}`, `remove-${at}-${index - 1}`, `add-to-${at}`);
        }}
      >
        <X aria-hidden className="size-4" />
      </Button>
    </div>
  );
}
