"use client";

import { useState } from "react";

import { STATE_WORDS } from "@/components/author/import/import-words";
import { ShownQuestion } from "@/components/author/import/shown-question";
import { TextDifference } from "@/components/questions/text-difference";
import { KIND_LABELS } from "@/components/questions/kind-names";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { plainText } from "@/components/ui/markdown";
import type { ImportItem, ImportState } from "@/lib/domain/formats/transfer-contract";

const TONES: Record<ImportState, Tone> = {
  new: "good",
  changed: "accent",
  back: "accent",
  unchanged: "neutral",
  error: "bad",
};

const AT_FIRST = 100;

type ImportTableProps = {
  items: readonly ImportItem[];
  left: ReadonlySet<number>;
  setLeft: (left: ReadonlySet<number>) => void;
};

/** What becomes of each question of the file, and which of them are taken. */
export function ImportTable({ items, left, setLeft }: ImportTableProps) {
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, AT_FIRST);
  const toggle = (position: number) => {
    const next = new Set(left);
    if (!next.delete(position)) next.add(position);
    setLeft(next);
  };
  return (
    <>
      <ul aria-label="Questions of the file" className="flex flex-col gap-2">
        {shown.map((item, position) => (
          <ImportRow
            key={position}
            item={item}
            isTaken={!left.has(position)}
            toggle={() => {
              toggle(position);
            }}
          />
        ))}
      </ul>
      {shown.length < items.length ? (
        <div>
          <Button
            size="small"
            onClick={() => {
              setAll(true);
            }}
          >
            Show all {items.length}
          </Button>
        </div>
      ) : null}
    </>
  );
}

type ImportRowProps = { item: ImportItem; isTaken: boolean; toggle: () => void };

function ImportRow({ item, isTaken, toggle }: ImportRowProps) {
  const [isOpen, setOpen] = useState(false);
  const { name, state, line, shown, changes } = item;
  const mayChoose = state !== "error" && state !== "unchanged";
  return (
    <li className="rounded-lg border border-line bg-surface px-4 py-3 text-sm">
      <div className="flex items-start gap-3">
        <input
          type="checkbox"
          aria-label={`Take ${name}`}
          checked={mayChoose && isTaken}
          disabled={!mayChoose}
          onChange={toggle}
          className="mt-0.5 size-4 shrink-0 accent-accent"
        />
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          <p className="flex flex-wrap items-center gap-2">
            <span className="font-mono font-medium break-all">{name}</span>
            <Badge tone={TONES[state]}>{STATE_WORDS[state]}</Badge>
            <span className="text-muted">
              {shown ? `${KIND_LABELS[shown.kind]}, ` : ""}line {line}
            </span>
          </p>
          {shown ? <p className="line-clamp-2 break-words">{plainText(shown.prompt)}</p> : null}
          {shown ? (
            <details
              className="mt-1"
              onToggle={(event) => {
                setOpen(event.currentTarget.open);
              }}
            >
              <summary className="w-fit cursor-pointer font-medium text-accent">
                {changes.length > 0 ? "What changes, and how it is asked" : "How it is asked"}
              </summary>
              {isOpen ? (
                <div className="mt-3 flex flex-col gap-5">
                  {changes.map((change) => (
                    <FieldChange key={change.field} change={change} />
                  ))}
                  <ShownQuestion question={shown} />
                </div>
              ) : null}
            </details>
          ) : null}
        </div>
      </div>
    </li>
  );
}

const FieldChange = ({ change }: { change: ImportItem["changes"][number] }) => (
  <div className="flex flex-col gap-1.5">
    <p className="font-mono text-xs text-muted">{change.field}</p>
    <TextDifference
      before={change.before}
      after={change.after}
      names={{ before: "in the bank", after: "in the file" }}
      sides={{ before: "Bank", after: "File" }}
      label={`How ${change.field} changes`}
    />
  </div>
);
