"use client";

import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import type { ReactNode } from "react";

import { fieldId, useForm } from "@/components/author/editor/editor-context";
import { FieldProblems } from "@/components/author/editor/field-problems";
import { listAt, type Path } from "@/components/author/editor/source-text";
import { useAnnounce } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";
import { focusSoon } from "@/components/ui/focus-soon";

type ListAtProps = {
  path: Path;
  legend: string;
  hint?: ReactNode;
  /** What one entry is called, in a sentence: "option". */
  entry: string;
  /** A new one. */
  blank: unknown;
  /** Left out of the question while it has no entries. */
  optional?: boolean;
  children: (path: Path, index: number) => ReactNode;
};

/** Entries that can be added, moved and removed. Removing can be undone at the top of the page. */
export function ListAt({
  path,
  legend,
  hint,
  entry,
  blank,
  optional = false,
  children,
}: ListAtProps) {
  const { fields, append, problemsAt } = useForm();
  const entries = listAt(fields, path);
  const id = fieldId(path);
  return (
    <fieldset id={id} tabIndex={-1} className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      {hint ? <p className="-mt-2 text-sm text-muted">{hint}</p> : null}
      <FieldProblems id={`${id}-problems`} problems={problemsAt(path)} />
      {entries.length > 0 ? (
        <ol className="flex flex-col gap-3">
          {entries.map((_, index) => (
            <li key={index} className="flex gap-2 rounded-lg border border-line bg-surface p-3">
              <div className="flex min-w-0 flex-1 flex-col gap-3">
                {children([...path, index], index)}
              </div>
              <EntryButtons
                path={path}
                index={index}
                count={entries.length}
                entry={entry}
                optional={optional}
              />
            </li>
          ))}
        </ol>
      ) : null}
      <Button
        id={`${id}-add`}
        size="small"
        className="self-start"
        onClick={() => {
          append(path, blank);
        }}
      >
        <Plus aria-hidden className="size-4" />
        Add {article(entry)}
      </Button>
    </fieldset>
  );
}

const article = (word: string): string => `${/^[aeiou]/u.test(word) ? "an" : "a"} ${word}`;

type EntryButtonsProps = {
  path: Path;
  index: number;
  count: number;
  entry: string;
  optional: boolean;
};

function EntryButtons({ path, index, count, entry, optional }: EntryButtonsProps) {
  const { remove } = useForm();
  const name = `${entry} ${index + 1}`;
  return (
    <div className="-me-1.5 -mt-1 flex shrink-0 flex-col">
      {count > 1 ? <MoveButtons path={path} index={index} count={count} name={name} /> : null}
      <Button
        id={`${fieldId(path)}-remove-${index}`}
        look="quiet"
        size="small"
        aria-label={`Remove ${name}`}
        onClick={() => {
          remove(optional && count === 1 ? path : [...path, index]);
          const list = fieldId(path);
          focusSoon(`${list}-remove-${index}`, `${list}-remove-${index - 1}`, `${list}-add`);
        }}
      >
        <X aria-hidden className="size-4" />
      </Button>
    </div>
  );
}

type MoveButtonsProps = { path: Path; index: number; count: number; name: string };

function MoveButtons({ path, index, count, name }: MoveButtonsProps) {
  const { move } = useForm();
  const announce = useAnnounce();
  const idOf = (where: string, at: number) => `${fieldId(path)}-${where}-${at}`;
  const steps = [
    { to: index - 1, where: "up", Icon: ArrowUp },
    { to: index + 1, where: "down", Icon: ArrowDown },
  ];
  return steps.map(({ to, where, Icon }) => (
    <Button
      key={where}
      id={idOf(where, index)}
      look="quiet"
      size="small"
      aria-label={`Move ${name} ${where}`}
      // Not `disabled`: it would lose the focus where an entry has come to an end of the list.
      aria-disabled={to < 0 || to >= count}
      onClick={() => {
        if (to < 0 || to >= count) return;
        move(path, index, to);
        announce(`Moved to place ${to + 1} of ${count}.`);
        focusSoon(idOf(where, to));
      }}
    >
      <Icon aria-hidden className="size-4" />
    </Button>
  ));
}
