/** From plain data, as YAML or the database gives it, to a question. */
import { z } from "zod";

import {
  CommonFieldsSchema,
  type CommonContent,
  type ContentOf,
  type QuestionContent,
} from "@/lib/domain/questions/content";
import { KeyAdditionSchema } from "@/lib/domain/questions/key-addition";
import { errorAt, type Problem } from "@/lib/domain/questions/question-kind";
import { isKind, KIND_NAMES, KIND_REGISTRY, type Kind } from "@/lib/domain/questions/registry";
import { err, ok, type Result } from "@/lib/domain/result";

const COMMON_KEYS = Object.keys(CommonFieldsSchema.shape);

/** One question of a bank's file. All problems are reported, not only the first. */
export function parseQuestion(data: unknown, bank: string): Result<QuestionContent, Problem[]> {
  const fields = z.record(z.string(), z.unknown()).safeParse(data);
  if (!fields.success) return err([errorAt([], "A question is a map of fields")]);
  const { kind, ...rest } = fields.data;
  if (!isKind(kind)) {
    return err([errorAt(["kind"], `\`kind\` is one of ${KIND_NAMES.join(", ")}`)]);
  }
  return parseFields(kind, rest, bank);
}

const StoredSchema = z.looseObject({
  id: z.string(),
  bank: z.string(),
  also: z.array(KeyAdditionSchema).exactOptional(),
});

/** A question as `JSON.stringify` stored it, with its full id and bank. */
export function parseStoredQuestion(data: unknown): QuestionContent {
  const { id, bank, also, ...rest } = StoredSchema.parse(data);
  const question = parseQuestion({ ...rest, id: id.slice(bank.length + 1) }, bank);
  if (question.ok) return also ? { ...question.value, also } : question.value;
  throw new TypeError(`The stored question ${id} does not have the shape of a question`);
}

function parseFields<K extends Kind>(
  kind: K,
  fields: Record<string, unknown>,
  bank: string,
): Result<ContentOf<K>, Problem[]> {
  const entries = Object.entries(fields);
  const isCommon = ([key]: [string, unknown]): boolean => COMMON_KEYS.includes(key);
  const common = CommonFieldsSchema.safeParse(Object.fromEntries(entries.filter(isCommon)));
  const body = KIND_REGISTRY[kind].bodySchema.safeParse(
    Object.fromEntries(entries.filter((entry) => !isCommon(entry))),
  );
  if (!common.success || !body.success) {
    return err([...problemsOf(common.error, kind), ...problemsOf(body.error, kind)]);
  }
  const shared: CommonContent = { ...common.data, id: `${bank}/${common.data.id}`, bank };
  return ok(Object.assign(shared, { kind }, body.data));
}

const problemsOf = (error: z.ZodError | undefined, kind: Kind): Problem[] =>
  (error?.issues ?? []).flatMap((issue) => issueProblems(issue, kind));

type Issue = z.core.$ZodIssue;

function issueProblems(issue: Issue, kind: Kind): Problem[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) =>
      errorAt([...path, key], `Unknown field \`${key}\` (kind ${kind})`),
    );
  }
  if (issue.code === "invalid_union") return [errorAt(path, unionMessage(issue.errors))];
  const missing = issue.code === "invalid_type" && issue.message.endsWith("received undefined");
  return [errorAt(path, missing ? `Missing field \`${path.at(-1) ?? ""}\`` : issue.message)];
}

/** The branch that came furthest says most about what was meant. */
function unionMessage(branches: readonly (readonly Issue[])[]): string {
  const depth = (branch: readonly Issue[]): number =>
    Math.max(0, ...branch.map((issue) => issue.path.length));
  const nearest = branches.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
  return nearest
    .map(({ path, message }) => [path.join("."), message].filter(Boolean).join(": "))
    .join("; ");
}
