import { formatProblem, type ContentProblem } from "@/lib/server/content/content-problem";

/** Questions that cannot be loaded as they are; nothing of them was. */
export class ContentError extends Error {
  override readonly name = "ContentError";
  readonly problems: readonly ContentProblem[];

  constructor(problems: readonly ContentProblem[]) {
    super(problems.map(formatProblem).join("\n"));
    this.problems = problems;
  }
}
