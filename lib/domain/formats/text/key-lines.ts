import { letterOf } from "@/lib/domain/formats/text/question-lines";
import type { Reveal, Solution } from "@/lib/domain/questions/reveal";

/** The key of a question, why it is so, and where to read on. */
export const keyLines = ({ solution, explanation, sources }: Reveal): string[] => [
  ...solutionLines(solution),
  "",
  explanation,
  ...sources.docs,
];

const whyLines = (whys: readonly string[]): string[] =>
  whys.map((why, position) => `${letterOf(position)}: ${why}`);

function solutionLines(solution: Solution): string[] {
  switch (solution.kind) {
    case "single":
      return [letterOf(solution.correct), ...whyLines(solution.whys)];
    case "multiple":
      return [solution.correct.map(letterOf).join(", "), ...whyLines(solution.whys)];
    case "true-false":
      return [
        `${solution.answer ? "True" : "False"}, ${letterOf(solution.reason)}`,
        ...whyLines(solution.whys),
      ];
    case "match":
      return [
        solution.rights.map(letterOf).join(", "),
        ...solution.whys,
        ...solution.unused.map(({ right, why }) => `${letterOf(right)}: ${why}`),
      ];
    case "order":
      return [
        solution.order.map(letterOf).join(", "),
        ...solution.order.flatMap((position) => {
          const why = solution.whys[position] ?? null;
          return why === null ? [] : [`${letterOf(position)}: ${why}`];
        }),
      ];
    case "short":
      return [solution.accepted.join(" / ")];
    case "number":
      return [numberText(solution)];
    case "blanks":
      return solution.blanks.map(
        ({ accepted, why }, index) => `(${index + 1}) ${accepted.join(" / ")}: ${why}`,
      );
    case "kubectl":
      return solution.accepted;
    case "open":
      return [
        solution.modelAnswer,
        ...solution.marks.map((mark) => `+ ${mark}`),
        ...solution.doNotAccept.map(({ text, why }) => `- ${text}: ${why}`),
      ];
  }
}

function numberText({ form, from, to, tolerance, unit }: Extract<Solution, { kind: "number" }>) {
  const number = form === "range" ? `${from} to ${to}` : String(from);
  const around = tolerance > 0 ? ` (give or take ${tolerance})` : "";
  return [number, unit].filter((part) => part !== null).join(" ") + around;
}
