/**
 * Judges what a learner typed against a task: tokenize → parse → plan → compare.
 *
 * Text is never compared, with one exception: an answer that is an accepted answer
 * letter by letter is right even when its effect is out of reach (a pipe, say).
 */
import { compareGoals } from "./compare/compare-goals";
import { compareOutcomes } from "./compare/compare-outcomes";
import type { Weighed } from "./compare/difference";
import { findTraps } from "./compare/find-traps";
import type { Finding, Judgement, Refusal, Task, TaskContext, Unjudgeable } from "./model";
import type { AnswerRun } from "./state/run-answer";
import { runAnswer } from "./state/run-answer";

/** Longer answers are not read: no command a learner types is. */
const MAX_LENGTH = 20_000;
const NO_CONTEXT: TaskContext = {};

export function gradeCommand(task: Task, answer: string): Judgement {
  const identical = task.accept.findIndex((accepted) => accepted.trim() === answer.trim());
  if (answer.length > MAX_LENGTH) return tooLong(answer);
  const context = task.context ?? NO_CONTEXT;
  const run = runAnswer(answer, context);
  if (identical >= 0 && run.refusal === null) return judged("right", [], identical);
  if (run.refusal) return refused(run.refusal, run, task);
  if (run.unjudgeable) return unjudged(run.unjudgeable);
  if (run.empty) return emptyAnswer();
  return compareRun(task, context, run);
}

/** Accepted answers, played once per task: grading many answers of one task reads each only once. */
const played = new WeakMap<readonly string[], { context: TaskContext; runs: AnswerRun[] }>();

function acceptedRuns(task: Task, context: TaskContext): readonly AnswerRun[] {
  const known = played.get(task.accept);
  if (known?.context === context) return known.runs;
  const runs = task.accept.map((text) => runAnswer(text, context));
  played.set(task.accept, { context, runs });
  return runs;
}

function compareRun(task: Task, context: TaskContext, run: AnswerRun): Judgement {
  const accepted = acceptedRuns(task, context);
  const usable = accepted.flatMap((one, index) =>
    one.refusal === null && one.unjudgeable === null ? [{ outcome: one.outcome, index }] : [],
  );
  const compared = usable.map(({ outcome, index }) => {
    const weighed = compareOutcomes(outcome, run.outcome);
    return { weighed, index, weight: weightOf(weighed) };
  });
  const best = compared.sort((a, b) => a.weight - b.weight)[0];
  const goals = task.goals ?? [];
  if (goals.length > 0 && (best === undefined || best.weight >= WRONG)) {
    const outcomes = usable.map((one) => one.outcome);
    return verdictOf(task, run, compareGoals(goals, run.outcome, outcomes), 0);
  }
  return best ? verdictOf(task, run, best.weighed, best.index) : judged("cannot-judge", [], 0);
}

const WRONG = 1_000;
const weightOf = (weighed: readonly Weighed[]) =>
  weighed.reduce(
    (sum, { weight }) => sum + (weight === "extra" ? 1 : weight === "wrong" ? WRONG : WRONG / 2),
    0,
  );

function verdictOf(
  task: Task,
  run: AnswerRun,
  weighed: readonly Weighed[],
  nearest: number,
): Judgement {
  const findings = weighed.map((one) => one.finding);
  const counts = (weight: Weighed["weight"]) => weighed.some((one) => one.weight === weight);
  if (counts("wrong")) {
    const serious = weighed.filter((one) => one.weight === "wrong").map((one) => one.finding);
    return judged("wrong", [...findTraps(run.lines, serious), ...serious], nearest);
  }
  if (counts("cannot-judge")) return judged("cannot-judge", findings, nearest);
  if (findings.length === 0) return judged("right", [], nearest);
  return judged(task.extras === "refused" ? "wrong" : "right-with-extras", findings, nearest);
}

const judged = (
  verdict: Judgement["verdict"],
  findings: readonly Finding[],
  nearest: number,
): Judgement => ({
  verdict,
  valid: true,
  error: null,
  findings: findings.map(withPlainSpan),
  nearest,
});

/** Spans may come as words; a finding carries the range only. */
const withPlainSpan = (finding: Finding): Finding => ({
  ...finding,
  span: finding.span && { start: finding.span.start, end: finding.span.end },
});

function refused(refusal: Refusal, run: AnswerRun, task: Task): Judgement {
  const finding: Finding = {
    code: refusal.code,
    field: null,
    expected: null,
    got: null,
    span: refusal.span,
    message: refusal.hint ?? "kubectl refuses this line.",
  };
  return {
    verdict: "wrong",
    valid: false,
    error: refusal.message,
    findings: [finding, ...findTraps(run.lines, [])].slice(0, 3).map(withPlainSpan),
    nearest: task.accept.length > 0 ? 0 : -1,
  };
}

const unjudged = ({ code, message, span }: Unjudgeable): Judgement =>
  judged("cannot-judge", [{ code, field: null, expected: null, got: null, span, message }], 0);

const emptyAnswer = (): Judgement =>
  judged(
    "wrong",
    [
      {
        code: "empty",
        field: null,
        expected: null,
        got: null,
        span: null,
        message: "Type a kubectl command.",
      },
    ],
    0,
  );

const tooLong = (answer: string): Judgement =>
  judged(
    "cannot-judge",
    [
      {
        code: "too-long",
        field: null,
        expected: null,
        got: null,
        span: { start: 0, end: answer.length },
        message: "This answer is too long to be read.",
      },
    ],
    0,
  );
