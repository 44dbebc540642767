"use client";

import { useEffect, useState } from "react";

import { FormMessage } from "@/components/form/form-message";
import { kindWord } from "@/components/quizzes/builder/kind-words";
import { pickQuestions } from "@/components/quizzes/builder/quiz-api";
import { Refused } from "@/components/study/api-client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { InlineMarkdown } from "@/components/ui/markdown";
import { SelectField } from "@/components/ui/select";
import { counted } from "@/components/ui/counted";
import type { QuizItem } from "@/lib/domain/quizzes/quiz-content";
import type { PickedQuestion, PickResponse } from "@/lib/domain/quizzes/quiz-input";

type Choice = { id: string; title: string };
export type PickerChoices = {
  banks: readonly Choice[];
  domains: readonly Choice[];
  kinds: readonly Choice[];
};

type QuestionPickerProps = {
  open: boolean;
  choices: PickerChoices;
  /** Ids that are in the quiz already. */
  taken: ReadonlySet<string>;
  onAdd: (items: QuizItem[], found: PickedQuestion[]) => void;
  onClose: () => void;
};

const EMPTY = { text: "", bank: "", kind: "", page: "1" };
type Query = typeof EMPTY;
const PAUSE_MS = 250;

/** Finds questions of all banks; ticked ones are added one by one, or as a pool to draw from. */
export function QuestionPicker({ open, choices, taken, onAdd, onClose }: QuestionPickerProps) {
  const [query, setQuery] = useState(EMPTY);
  const [ticked, setTicked] = useState<ReadonlyMap<string, PickedQuestion>>(new Map());
  const { found, problem } = useFound(open, query);

  const search = (change: Partial<Query>) => {
    setQuery((now) => ({ ...now, page: "1", ...change }));
  };
  const add = (asPool: boolean) => {
    const picked = [...ticked.values()];
    onAdd(asPool ? [poolOf(picked)] : picked.map(toItem), picked);
    setTicked(new Map());
    onClose();
  };

  return (
    <Dialog open={open} onClose={onClose} title="Add questions">
      <div className="flex flex-col gap-4">
        <Filters query={query} choices={choices} onSearch={search} />
        <Results
          found={found}
          problem={problem}
          taken={taken}
          ticked={ticked}
          onTick={(question) => {
            const next = new Map(ticked);
            if (!next.delete(question.id)) next.set(question.id, question);
            setTicked(next);
          }}
          onPage={(page) => {
            search({ page: String(page) });
          }}
        />
        <AddButtons count={ticked.size} onAdd={add} />
      </div>
    </Dialog>
  );
}

/** What fits, a moment after each change; of two replies the newer question's counts. */
function useFound(open: boolean, query: Query) {
  const [found, setFound] = useState<PickResponse | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (!open) return;
    let isStale = false;
    const timer = setTimeout(() => {
      pickQuestions(query).then(
        (next) => {
          if (isStale) return;
          setFound(next);
          setProblem(null);
        },
        (error: unknown) => {
          if (isStale) return;
          setProblem(error instanceof Refused ? error.message : "There is no connection.");
        },
      );
    }, PAUSE_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [open, query]);
  return { found, problem };
}

type FiltersProps = {
  query: Query;
  choices: PickerChoices;
  onSearch: (change: Partial<Query>) => void;
};

function Filters({ query, choices, onSearch }: FiltersProps) {
  return (
    <>
      <TextField
        id="pick-text"
        label="Words in the question"
        type="search"
        value={query.text}
        onChange={(event) => {
          onSearch({ text: event.target.value });
        }}
      />
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          id="pick-bank"
          label="Bank"
          value={query.bank}
          onChange={(event) => {
            onSearch({ bank: event.target.value });
          }}
        >
          <option value="">Any bank</option>
          {choices.banks.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
        <SelectField
          id="pick-kind"
          label="Kind"
          value={query.kind}
          onChange={(event) => {
            onSearch({ kind: event.target.value });
          }}
        >
          <option value="">Any kind</option>
          {choices.kinds.map(({ id }) => (
            <option key={id} value={id}>
              {kindWord(id)}
            </option>
          ))}
        </SelectField>
      </div>
    </>
  );
}

type AddButtonsProps = { count: number; onAdd: (asPool: boolean) => void };

function AddButtons({ count, onAdd }: AddButtonsProps) {
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <Button
        disabled={count < 2}
        onClick={() => {
          onAdd(true);
        }}
      >
        Add as a pool
      </Button>
      <Button
        look="primary"
        disabled={count === 0}
        onClick={() => {
          onAdd(false);
        }}
      >
        {count === 1 ? "Add 1 question" : `Add ${count} questions`}
      </Button>
    </div>
  );
}

const toItem = ({ id }: PickedQuestion): QuizItem => ({
  type: "question",
  questionId: id,
  points: 1,
});

const poolOf = (picked: readonly PickedQuestion[]): QuizItem => ({
  type: "pool",
  title: "",
  pick: 1,
  points: 1,
  from: { by: "list", questionIds: picked.map(({ id }) => id) },
  notSeenBefore: false,
});

type ResultsProps = {
  found: PickResponse | null;
  problem: string | null;
  taken: ReadonlySet<string>;
  ticked: ReadonlyMap<string, PickedQuestion>;
  onTick: (question: PickedQuestion) => void;
  onPage: (page: number) => void;
};

function Results({ found, problem, taken, ticked, onTick, onPage }: ResultsProps) {
  if (problem !== null) return <FormMessage error={problem} />;
  if (!found) return <p className="text-muted">Looking…</p>;
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="text-sm text-muted">
        {found.total === 0
          ? "No question fits. Try fewer words."
          : `${counted(found.total, "question")}, page ${found.page} of ${found.pages}`}
      </p>
      <ul
        tabIndex={0}
        aria-label="Questions found"
        className="flex max-h-72 flex-col gap-1 overflow-y-auto"
      >
        {found.questions.map((question) => (
          <li key={question.id}>
            <label className="flex items-start gap-2.5 rounded-md px-2 py-1.5 hover:bg-sunken">
              <input
                type="checkbox"
                className="mt-1 size-4 shrink-0 accent-accent"
                checked={ticked.has(question.id)}
                disabled={taken.has(question.id)}
                onChange={() => {
                  onTick(question);
                }}
              />
              <span className="min-w-0 break-words">
                <InlineMarkdown text={question.prompt.split("\n")[0] ?? ""} />
                <span className="block text-sm text-muted">
                  {question.id} · {kindWord(question.kind)}
                  {taken.has(question.id) ? " · in the quiz" : ""}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <PageButtons page={found.page} pages={found.pages} onPage={onPage} />
    </div>
  );
}

type PageButtonsProps = { page: number; pages: number; onPage: (page: number) => void };

/** They keep the focus at both ends. */
const PageButtons = ({ page, pages, onPage }: PageButtonsProps) => (
  <div className="flex gap-2">
    {[
      { name: "Previous", to: page - 1 },
      { name: "Next", to: page + 1 },
    ].map(({ name, to }) => (
      <Button
        key={name}
        size="small"
        aria-disabled={to < 1 || to > pages}
        onClick={() => {
          if (to >= 1 && to <= pages) onPage(to);
        }}
      >
        {name}
      </Button>
    ))}
  </div>
);
