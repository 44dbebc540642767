/** Runs a plan against the outcome so far. Returns what kubectl would say when the server refuses. */
import type { Invocation } from "../invocation";
import type { Span } from "../model";
import { cloneJson } from "../plan/json-path";
import { isOpaqueFile } from "../plan/file-objects";
import type { Json, JsonObject, Origin, Plan, Step, Target } from "../plan/plan-model";
import { typeName } from "../plan/resource-types";
import { applyChange, fieldsToBeUnset } from "./apply-change";
import { applyMergePatch } from "./merge-patch";
import type { Cell, Outcome, Sweep } from "./outcome";
import { cellKey, typeKey } from "./outcome";
import { matchingObjects } from "./matching-objects";
import { layOver } from "./overlay";

export type ServerRefusal = { code: string; message: string; span: Span };

export function applyPlan(
  outcome: Outcome,
  planned: Plan,
  invocation: Invocation,
): ServerRefusal | null {
  const span = invocation.line;
  const plan = { ...planned, connection: connectionNow(outcome, planned) };
  if (plan.dryRun !== "none") return applyDry(outcome, plan, invocation);
  for (const step of plan.steps) {
    const refusal = applyStep(outcome, step, plan, span);
    if (refusal) return refusal;
  }
  const changes = plan.steps.some((step) => step.kind !== "observe" && step.kind !== "config");
  if (changes && (plan.output.format !== null || plan.output.file !== null)) {
    outcome.displays.push({ output: plan.output, span: plan.output.span ?? span });
  }
  return null;
}

/** A context that an earlier line chose is as good as --context. */
function connectionNow(outcome: Outcome, { connection }: Plan): JsonObject {
  const { context: named, ...rest } = connection;
  const context = named ?? outcome.currentContext;
  return context === null || context === outcome.firstContext ? rest : { ...rest, context };
}

/** A dry run happens on a copy; what it would have left behind is what it prints. */
function applyDry(outcome: Outcome, plan: Plan, invocation: Invocation): ServerRefusal | null {
  const scratch: Outcome = {
    ...outcome,
    cells: new Map(outcome.cells),
    sweeps: [],
    shown: [],
    prints: [],
    config: [],
    displays: [],
    files: new Map(),
    built: new Map(),
  };
  for (const [key, cell] of outcome.cells) {
    scratch.cells.set(key, { ...cloneCell(cell), touched: false });
  }
  for (const step of plan.steps) {
    const refusal = applyStep(scratch, step, plan, invocation.line);
    if (refusal) return refusal;
  }
  outcome.shown.push(...scratch.shown);
  if (plan.dryRun === "none" || scratch.shown.length === plan.steps.length) return null;
  outcome.prints.push({
    mode: plan.dryRun,
    output: plan.output,
    cells: new Map([...scratch.cells].filter(([, cell]) => cell.touched)),
    sweeps: scratch.sweeps,
    span: invocation.line,
  });
  return null;
}

const cloneCell = (cell: Cell): Cell => ({
  ...cell,
  object: cloneJson(cell.object),
  effects: [...cell.effects],
  guards: [...cell.guards],
  mustBeUnset: [...cell.mustBeUnset],
  origins: [...cell.origins],
});

function applyStep(outcome: Outcome, step: Step, plan: Plan, span: Span): ServerRefusal | null {
  switch (step.kind) {
    case "observe":
      outcome.shown.push({
        observation: step.observation,
        output: plan.output,
        span,
        connection: plan.connection,
      });
      return null;
    case "config":
      applyConfig(outcome, step, span);
      return null;
    case "create":
      return applyCreate(outcome, step, plan, span);
    case "apply":
    case "replace":
      return applyWhole(outcome, step, plan);
    case "change":
    case "delete":
      return applyToTargets(outcome, step, plan, span);
  }
}

function applyConfig(outcome: Outcome, step: Extract<Step, { kind: "config" }>, span: Span): void {
  const { change, origins } = step;
  outcome.config.push({ change, span: origins[0]?.span ?? span });
  if (change.path === "current-context" && typeof change.value === "string") {
    if (outcome.currentContext !== change.value) {
      outcome.namespace = outcome.namespaceOf(change.value);
    }
    outcome.currentContext = change.value;
  }
  const context = outcome.currentContext ?? "(current)";
  if (change.path === `contexts.${context}.namespace` && typeof change.value === "string") {
    outcome.namespace = change.value || "default";
  }
}

/** The cell of a target, made from what is known of it. */
function cellOf(outcome: Outcome, target: Target, connection: JsonObject): Cell {
  const key = cellKey(target, connection);
  const found = outcome.cells.get(key);
  if (found) return found;
  const before = outcome.base.get(key);
  const cell: Cell = {
    target,
    status: "present",
    known: before !== undefined,
    object: before ? cloneJson(before as JsonObject) : {},
    before: before ? (before as JsonObject) : null,
    created: false,
    deletion: null,
    effects: [],
    guards: [],
    mustBeUnset: [],
    origins: [],
    connection,
    touched: false,
  };
  outcome.cells.set(key, cell);
  return cell;
}

function touch(cell: Cell, target: Target, origins: readonly Origin[]): void {
  cell.touched = true;
  cell.target = target;
  cell.origins.push(...origins);
}

function applyCreate(
  outcome: Outcome,
  step: Extract<Step, { kind: "create" }>,
  plan: Plan,
  span: Span,
): ServerRefusal | null {
  const { target, object, origins } = step;
  const key = cellKey(target, plan.connection);
  const there = outcome.cells.get(key);
  const exists = there
    ? there.status === "present" && (there.known || there.created)
    : outcome.base.has(key);
  if (exists && plan.dryRun !== "client") {
    return {
      code: "already-exists",
      message: `Error from server (AlreadyExists): ${typeName(target.type)} ${JSON.stringify(target.name)} already exists`,
      span: target.span ?? span,
    };
  }
  const cell = cellOf(outcome, target, plan.connection);
  touch(cell, target, origins);
  Object.assign(cell, {
    status: "present",
    known: true,
    created: true,
    before: null,
    deletion: null,
    object: cloneJson(object as JsonObject),
  });
  return null;
}

/** apply creates or merges; replace needs the object to be there and takes its place. */
function applyWhole(
  outcome: Outcome,
  step: Extract<Step, { kind: "apply" | "replace" }>,
  plan: Plan,
): ServerRefusal | null {
  const { target, object, origins, options } = step;
  const key = cellKey(target, plan.connection);
  const missing = !outcome.cells.has(key) && !outcome.base.has(key);
  const cell = cellOf(outcome, target, plan.connection);
  touch(cell, target, origins);
  writeWhole(cell, step.kind, cloneJson(object as JsonObject), missing);
  if (step.kind === "replace" && missing) cell.effects.push({ op: "replace" });
  if (options["force"] === true || options["prune"] !== undefined) {
    cell.effects.push({ op: step.kind, ...options });
  }
  return null;
}

function writeWhole(
  cell: Cell,
  kind: "apply" | "replace",
  body: JsonObject,
  missing: boolean,
): void {
  const gone = cell.status === "absent";
  const made = kind === "apply" && (missing || gone);
  if (made || gone || kind === "replace") cell.object = body;
  else if (cell.known) applyMergePatch(cell.object, body);
  else layOver(cell.object, body, true);
  cell.created = made || cell.created;
  cell.known = true;
  cell.status = "present";
}

type Wide = Extract<Step, { kind: "change" | "delete" }>;

function applyToTargets(
  outcome: Outcome,
  step: Wide,
  plan: Plan,
  span: Span,
): ServerRefusal | null {
  if (step.target.name !== null) return applyToOne(outcome, step, step.target, plan);
  const hits = Object.keys(plan.connection).length > 0 ? [] : matchingObjects(outcome, step.target);
  const sweep: Sweep = {
    target: step.target,
    action: actionOf(step),
    hits: hits.map(([key]) => key),
    resolved: outcome.closed.has(typeKey(step.target)) && step.target.fieldSelector === null,
    mustBeUnset: step.kind === "change" ? fieldsToBeUnset(step.change, step.options) : [],
    span: step.target.span ?? span,
  };
  outcome.sweeps.push(sweep);
  for (const [, target] of hits) {
    const refusal = applyToOne(outcome, step, { ...target, span: step.target.span }, plan);
    if (refusal) return refusal;
  }
  return null;
}

const actionOf = (step: Wide): Json =>
  step.kind === "delete"
    ? { delete: essentialOptions(step.options) }
    : { change: step.change.body, type: step.change.type === "symbolic" ? "symbolic" : "patch" };

function applyToOne(
  outcome: Outcome,
  step: Wide,
  target: Target,
  plan: Plan,
): ServerRefusal | null {
  const cell = cellOf(outcome, target, plan.connection);
  if (cell.status === "absent" && !isOpaqueFile(target)) {
    if (step.kind === "delete" && step.options["ignoreNotFound"] === true) return null;
    return {
      code: "not-found",
      message: `Error from server (NotFound): ${typeName(target.type)} ${JSON.stringify(target.name)} not found`,
      span: target.span ?? { start: 0, end: 0 },
    };
  }
  touch(cell, target, step.origins);
  if (step.kind === "delete") {
    cell.status = "absent";
    cell.deletion = essentialOptions(step.options);
    return null;
  }
  const message = applyChange(cell, step.change, step.options);
  return message === null
    ? null
    : {
        code: "change-refused",
        message,
        span: step.origins[0]?.span ?? target.span ?? { start: 0, end: 0 },
      };
}

/** What the server is told; how kubectl waits or asks is left out. */
const essentialOptions = (options: JsonObject): JsonObject => {
  const { gracePeriodSeconds, propagationPolicy } = options;
  return {
    ...(gracePeriodSeconds === undefined ? {} : { gracePeriodSeconds }),
    ...(propagationPolicy === undefined ? {} : { propagationPolicy }),
  };
};
