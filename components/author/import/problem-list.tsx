"use client";

import { useState } from "react";

import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { ImportPreview } from "@/lib/domain/formats/transfer-contract";

type Problem = ImportPreview["problems"][number];

const SEVERITIES: Record<Problem["severity"], { tone: Tone; word: string }> = {
  error: { tone: "bad", word: "Error" },
  flaw: { tone: "partly", word: "Flaw" },
  warning: { tone: "neutral", word: "Look again" },
};

const AT_FIRST = 50;

type ProblemListProps = {
  text: string;
  problems: readonly Problem[];
  count: number;
  goTo: (line: number) => void;
};

/** In the order of the file, each with the line it stands on. */
export function ProblemList({ text, problems, count, goTo }: ProblemListProps) {
  const [all, setAll] = useState(false);
  const lines = text.split(/\r\n?|\n/);
  const shown = all ? problems : problems.slice(0, AT_FIRST);
  return (
    <section aria-labelledby="import-problems" className="flex flex-col gap-3">
      <h2 id="import-problems" className="text-lg font-semibold">
        {count === 1 ? "1 problem" : `${count} problems`}
      </h2>
      <ol className="flex flex-col gap-2">
        {shown.map((problem, index) => (
          <ProblemItem
            key={index}
            problem={problem}
            line={lines[problem.line - 1] ?? ""}
            goTo={goTo}
          />
        ))}
      </ol>
      {shown.length < problems.length ? (
        <div>
          <Button
            size="small"
            onClick={() => {
              setAll(true);
            }}
          >
            Show all {problems.length}
          </Button>
        </div>
      ) : null}
      {count > problems.length ? (
        <p className="text-sm text-muted">
          The first {problems.length} are listed: mend these and check again.
        </p>
      ) : null}
    </section>
  );
}

type ProblemItemProps = { problem: Problem; line: string; goTo: (line: number) => void };

function ProblemItem({ problem, line, goTo }: ProblemItemProps) {
  const { severity, message, advice, column } = problem;
  const { tone, word } = SEVERITIES[severity];
  return (
    <li className="flex flex-col gap-1.5 rounded-lg border border-line bg-surface px-4 py-3 text-sm">
      <div className="flex flex-wrap items-center gap-2">
        <Badge tone={tone}>{word}</Badge>
        <button
          type="button"
          className="font-medium text-accent underline underline-offset-2"
          onClick={() => {
            goTo(problem.line);
          }}
        >
          Line {problem.line}, column {column}
        </button>
      </div>
      <p className="font-medium break-words">{message}</p>
      {line.trim() === "" ? null : <MarkedLine line={line} column={column} />}
      {advice === "" ? null : <p className="break-words text-muted">{advice}</p>}
    </li>
  );
}

const BEFORE = 40;
const AFTER = 80;

/** The part of the line around the place, which is marked. */
function MarkedLine({ line, column }: { line: string; column: number }) {
  const at = Math.min(column - 1, line.length);
  const start = Math.max(0, at - BEFORE);
  const rest = line.slice(at, at + AFTER);
  const marked = /^(?:\S+|\s)/.exec(rest)?.[0] ?? "";
  return (
    <code className="rounded-md bg-sunken px-2.5 py-1.5 font-mono text-[0.8125rem] break-all whitespace-pre-wrap">
      {start > 0 ? "…" : ""}
      {line.slice(start, at)}
      <mark className="rounded-xs bg-bad-soft text-bad underline decoration-wavy">
        {marked === "" ? " " : marked}
      </mark>
      {rest.slice(marked.length)}
      {at + AFTER < line.length ? "…" : ""}
    </code>
  );
}
