"use client";

import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";

import type { Path } from "@/components/author/editor/source-text";
import type { EditorProblem } from "@/lib/domain/authoring/editor-contract";

type ProblemListProps = {
  problems: readonly EditorProblem[];
  onGoTo: (problem: EditorProblem) => void;
};

const WORDS = { error: "Error", flaw: "Flaw", warning: "Look again" } as const;

/** Everything that is wrong, each with its place. */
export function ProblemList({ problems, onGoTo }: ProblemListProps) {
  if (problems.length === 0) {
    return (
      <p className="flex items-center gap-2 text-sm font-medium text-good">
        <CircleCheck aria-hidden className="size-4" />
        Nothing is wrong with it.
      </p>
    );
  }
  return (
    <ul className="flex flex-col gap-1">
      {problems.map((problem, index) => (
        <li key={index}>
          <button
            type="button"
            className="flex w-full gap-2 rounded-md px-2 py-1.5 text-start text-sm hover:bg-sunken"
            onClick={() => {
              onGoTo(problem);
            }}
          >
            {problem.severity === "error" ? (
              <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
            ) : (
              <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-partly" />
            )}
            <span className="min-w-0 break-words">
              <span className="sr-only">{WORDS[problem.severity]}: </span>
              <span className="text-muted">
                {placeOf(problem.path)}line {problem.line}:
              </span>{" "}
              {problem.message}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** `options 2 why, `: counted from 1, as the form shows them. */
function placeOf(path: Path): string {
  if (path.length === 0) return "";
  return `${path.map((step) => (typeof step === "number" ? step + 1 : step)).join(" ")}, `;
}
