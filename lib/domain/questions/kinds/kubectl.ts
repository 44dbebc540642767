/**
 * A task to solve with kubectl: one line, or several. The engine in lib/domain/kubectl
 * compares what the commands would do, never their text.
 */
import { z } from "zod";

import {
  differingObjects,
  effectsOf,
  type ObjectPair,
} from "@/lib/domain/kubectl/explain/beside-model";
import { gradeCommand } from "@/lib/domain/kubectl/grade-command";
import type { Finding, Judgement, KubeObject, Task } from "@/lib/domain/kubectl/model";
import {
  errorAt,
  flawAt,
  keptAs,
  TextSchema,
  warningAt,
  type Problem,
  type QuestionKind,
} from "@/lib/domain/questions/question-kind";

const NamesSchema = z.record(z.string().min(1), z.string());

const ObjectSchema = z.looseObject({
  apiVersion: TextSchema,
  kind: TextSchema,
  metadata: z.looseObject({
    name: TextSchema.exactOptional(),
    namespace: TextSchema.exactOptional(),
  }),
});

const ContextSchema = z.strictObject({
  version: TextSchema.exactOptional(),
  namespace: TextSchema.exactOptional(),
  currentContext: TextSchema.exactOptional(),
  contexts: z.array(TextSchema).exactOptional(),
  contextNamespaces: NamesSchema.exactOptional(),
  clusters: z.array(TextSchema).exactOptional(),
  users: z.array(TextSchema).exactOptional(),
  objects: z.array(ObjectSchema).exactOptional(),
  files: NamesSchema.exactOptional(),
  stdin: z.string().exactOptional(),
  complete: z
    .strictObject({
      kinds: z.union([z.literal("all"), z.array(TextSchema).min(1)]).exactOptional(),
      files: z.boolean().exactOptional(),
    })
    .exactOptional(),
  aliases: NamesSchema.exactOptional(),
  variables: NamesSchema.exactOptional(),
});

const GoalSchema = z.strictObject({
  apiVersion: TextSchema.exactOptional(),
  kind: TextSchema,
  name: TextSchema.exactOptional(),
  namespace: TextSchema.exactOptional(),
  selector: TextSchema.exactOptional(),
  absent: z.boolean().exactOptional(),
  has: z.record(z.string(), z.unknown()).exactOptional(),
});

const KubectlBodySchema = z.strictObject({
  /** The first is the model answer; each may have several lines. */
  accept: z.array(TextSchema).min(1),
  goals: z.array(GoalSchema).min(1).exactOptional(),
  extras: z.enum(["allowed", "refused"]).exactOptional(),
  context: ContextSchema.exactOptional(),
  /** Wrong answers and the finding each must bring; for the content check only. */
  nearMisses: z.array(z.strictObject({ answer: TextSchema, finding: TextSchema })),
});
const KubectlAnswerSchema = z.strictObject({
  kind: z.literal("kubectl"),
  text: z.string().max(10_000),
});

const KeptSchema = z.strictObject({ text: TextSchema });

type Body = z.output<typeof KubectlBodySchema>;
/** `also` is right too, and is no part of what the task says of itself, such as how many lines it takes. */
type Drawn = { task: Task; nearMisses: Body["nearMisses"]; also: string[] };

type KubectlTypes = {
  kind: "kubectl";
  body: Body;
  drawn: Drawn;
  public: {
    kind: "kubectl";
    lines: "one" | "many";
    /** What the learner's shell and cluster hold. Objects as `deployment/web (shop)`. */
    given: {
      namespace: string | null;
      context: string | null;
      contexts: string[];
      aliases: Record<string, string>;
      variables: Record<string, string>;
      files: { path: string; text: string }[];
      stdin: string | null;
      objects: string[];
    };
  };
  answer: z.output<typeof KubectlAnswerSchema>;
  /** Spans count UTF-16 code units of `text`, the answer as it was graded. */
  detail: {
    kind: "kubectl";
    text: string;
    verdict: Judgement["verdict"];
    valid: boolean;
    error: string | null;
    findings: Finding[];
    /** The accepted answer that came nearest: an index into the solution's `accepted`. */
    nearest: number;
    /** What a right answer does, when it is not the model answer; else empty. */
    effects: string[];
    /** The object that came out otherwise than the nearest accepted answer's. */
    objects: ObjectPair | null;
  };
  solution: { kind: "kubectl"; accepted: string[] };
};

// The very list of the question while nothing was added: what its answers do is known by it.
const acceptedOf = ({ task, also }: Drawn): readonly string[] =>
  also.length === 0 ? task.accept : [...task.accept, ...also];

const SCORES = { right: 1, "right-with-extras": 1, wrong: 0, "cannot-judge": null } as const;

export const kubectl: QuestionKind<KubectlTypes> = {
  kind: "kubectl",
  bodySchema: KubectlBodySchema,
  answerSchema: KubectlAnswerSchema,
  typedKeys: ["objects", "has"],
  draw: ({ nearMisses, ...task }) => ({ task, nearMisses, also: [] }),
  toPublic: ({ task }) => ({ kind: "kubectl", lines: linesOf(task), given: givenOf(task) }),
  grade: (drawn, { text }) => {
    const task = { ...drawn.task, accept: acceptedOf(drawn) };
    const { verdict, valid, error, findings, nearest } = gradeCommand(task, text);
    const detail = {
      kind: "kubectl" as const,
      text,
      verdict,
      valid,
      error,
      findings: [...findings],
      nearest,
      ...besideModel(task, text, verdict, nearest),
    };
    return { outcome: verdict, score: SCORES[verdict], detail };
  },
  solution: (drawn) => ({ kind: "kubectl", accepted: [...acceptedOf(drawn)] }),
  alsoRight: {
    keep: (_drawn, { text }) => ({ text }),
    add: (drawn, kept) => ({ ...drawn, also: keptAs(KeptSchema, kept).map(({ text }) => text) }),
  },
  modelAnswer: ({ task }) => ({ kind: "kubectl", text: task.accept[0] ?? "" }),
  check: ({ nearMisses, accept, context }) => [
    ...checkNearMisses(nearMisses),
    ...accept.flatMap((answer, index) =>
      startsWithCommand(answer, Object.keys(context?.aliases ?? {}))
        ? []
        : [warningAt(["accept", index], "No line of this answer starts with kubectl")],
    ),
  ],
  checkDrawn: ({ task, nearMisses }) => [
    ...task.accept.flatMap((answer, index) => checkAccepted(task, answer, ["accept", index])),
    ...nearMisses.flatMap((miss, index) => checkNearMiss(task, miss, ["nearMisses", index])),
  ],
};

function besideModel(
  { accept, context = {} }: Task,
  text: string,
  verdict: Judgement["verdict"],
  nearest: number,
): { effects: string[]; objects: ObjectPair | null } {
  const right = verdict === "right" || verdict === "right-with-extras";
  const isModel = text.trim() === accept[0]?.trim();
  const model = accept[nearest] ?? accept[0] ?? "";
  return {
    effects: right && !isModel ? effectsOf(text, context) : [],
    objects: verdict === "wrong" ? differingObjects(model, text, context) : null,
  };
}

/** A command that runs on when the line ends in a backslash is still one line. */
const linesOf = (task: Task): "one" | "many" =>
  task.accept.some((answer) => answer.replace(/\\\n/gu, " ").includes("\n")) ? "many" : "one";

function givenOf({ context = {} }: Task): KubectlTypes["public"]["given"] {
  return {
    namespace: context.namespace ?? null,
    context: context.currentContext ?? null,
    contexts: [...(context.contexts ?? [])],
    aliases: context.aliases ?? {},
    variables: context.variables ?? {},
    files: Object.entries(context.files ?? {})
      .map(([path, text]) => ({ path, text }))
      .sort((a, b) => a.path.localeCompare(b.path)),
    stdin: context.stdin ?? null,
    objects: (context.objects ?? []).map(summaryOf),
  };
}

function summaryOf({ kind, metadata }: KubeObject): string {
  const name = `${kind.toLowerCase()}/${metadata.name ?? ""}`;
  return metadata.namespace === undefined ? name : `${name} (${metadata.namespace})`;
}

/** Fewer would let a grader pass that finds out only one kind of mistake. */
const FEWEST_NEAR_MISSES = 3;

function checkNearMisses(nearMisses: Body["nearMisses"]): Problem[] {
  const path = ["nearMisses"];
  if (nearMisses.length < FEWEST_NEAR_MISSES) {
    return [flawAt(path, `Give at least ${FEWEST_NEAR_MISSES} near misses`)];
  }
  const findings = new Set(nearMisses.map(({ finding }) => finding));
  return findings.size > 1 ? [] : [warningAt(path, "All near misses bring the same finding")];
}

const startsWithCommand = (answer: string, aliases: readonly string[]): boolean =>
  answer
    .split("\n")
    .some((line) => ["kubectl", ...aliases].includes(line.trim().split(/\s/u)[0] ?? ""));

const describe = ({ verdict, error, findings }: Judgement): string => {
  const codes = findings.map((finding) => finding.code).join(", ");
  return [verdict, codes && `findings ${codes}`, error].filter(Boolean).join("; ");
};

function checkAccepted(task: Task, answer: string, path: Problem["path"]): Problem[] {
  const judgement = gradeCommand(task, answer);
  if (judgement.verdict === "right") return [];
  return [errorAt(path, `The accepted answer \`${answer}\` is judged ${describe(judgement)}`)];
}

function checkNearMiss(
  task: Task,
  { answer, finding }: Body["nearMisses"][number],
  path: Problem["path"],
): Problem[] {
  const judgement = gradeCommand(task, answer);
  const found = judgement.findings.some(({ code }) => code === finding);
  if (judgement.verdict === "wrong" && found) return [];
  const expected = `wrong with finding ${finding}`;
  return [
    flawAt(path, `The near miss \`${answer}\` should be ${expected} but is ${describe(judgement)}`),
  ];
}
