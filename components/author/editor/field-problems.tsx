import { CircleAlert, TriangleAlert } from "lucide-react";

import type { EditorProblem } from "@/lib/domain/authoring/editor-contract";

const isError = ({ severity }: EditorProblem): boolean => severity === "error";

/** What is wrong at one place: errors keep a question from being published, the rest does not. */
export function FieldProblems({
  id,
  problems,
}: {
  id: string;
  problems: readonly EditorProblem[];
}) {
  if (problems.length === 0) return null;
  return (
    <ul id={id} className="flex flex-col gap-1 text-sm font-medium">
      {problems.map((problem) => (
        <li
          key={`${problem.severity} ${problem.message}`}
          className={`flex gap-1.5 ${isError(problem) ? "text-bad" : "text-partly"}`}
        >
          {isError(problem) ? (
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          ) : (
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          )}
          <span className="min-w-0 break-words">{problem.message}</span>
        </li>
      ))}
    </ul>
  );
}
