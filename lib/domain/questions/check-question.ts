/**
 * What can be said of one question by itself, beyond the shape of its fields: its kind's
 * own checks, its parameters, and several of its variants, of which each must be gradable
 * and its key right.
 */
import type { ContentOf, QuestionContent } from "@/lib/domain/questions/content";
import { drawWith, fillContent, type DrawnOf } from "@/lib/domain/questions/draw-question";
import { gradeAnswer, modelAnswer } from "@/lib/domain/questions/grade-answer";
import {
  allDraws,
  countDraws,
  drawParameters,
  isResolvable,
  placeholderUses,
  type Draw,
} from "@/lib/domain/questions/parameters";
import { errorAt, warningAt, type Problem } from "@/lib/domain/questions/question-kind";
import { KIND_REGISTRY, type Kind } from "@/lib/domain/questions/registry";

/** With more combinations than this, as many variants are drawn from seeds instead. */
const VARIANTS_CHECKED = 64;

/** The variants of a question that its check looks at: all of them when they are few. */
export function drawsToCheck({ id, parameters = {} }: QuestionContent): Draw[] {
  if (countDraws(parameters) <= VARIANTS_CHECKED) return allDraws(parameters);
  return Array.from({ length: VARIANTS_CHECKED }, (_, index) =>
    drawParameters(parameters, `${id}#${index}`),
  );
}

export function checkQuestion(content: QuestionContent): Problem[] {
  const problems = [...checkParameters(content), ...checkReleases(content), ...checkKind(content)];
  // Variants of a question with broken placeholders would only repeat the same errors.
  return problems.some(({ severity }) => severity === "error")
    ? problems
    : [...problems, ...checkVariants(content)];
}

const checkKind = <K extends Kind>(content: ContentOf<K>): Problem[] => {
  const kind: K = content.kind;
  return KIND_REGISTRY[kind].check(content);
};

function checkParameters({ parameters = {}, ...fields }: QuestionContent): Problem[] {
  const uses = placeholderUses(fields);
  const problems = uses
    .filter((use) => !isResolvable(use, parameters))
    .map(({ path, name, field }) =>
      errorAt(path, `No parameter gives {{${[name, field].filter(Boolean).join(".")}}} a value`),
    );
  for (const [name, values] of Object.entries(parameters)) {
    if (!uses.some((use) => use.name === name)) {
      problems.push(errorAt(["parameters", name], `Parameter ${name} is not used`));
      continue;
    }
    if (new Set(values.map((value) => JSON.stringify(value))).size < values.length) {
      problems.push(errorAt(["parameters", name], `Parameter ${name} has the same value twice`));
    }
    const fieldsOf = (value: unknown): string =>
      typeof value === "object" && value !== null ? Object.keys(value).sort().join() : "";
    if (new Set(values.map(fieldsOf)).size > 1) {
      problems.push(errorAt(["parameters", name], `The values of ${name} differ in their fields`));
    }
  }
  return [...problems, ...checkFields(parameters, uses), ...checkVariety(fields.kind, parameters)];
}

/** With two values to a name, a command that is typed again and again is learnt as a string. */
const FEWEST_VALUES: Partial<Record<Kind, number>> = { kubectl: 3 };

function checkVariety(
  kind: Kind,
  parameters: NonNullable<QuestionContent["parameters"]>,
): Problem[] {
  const fewest = FEWEST_VALUES[kind] ?? 0;
  return Object.entries(parameters)
    .filter(([, values]) => values.length < fewest)
    .map(([name]) => warningAt(["parameters", name], `Give ${name} at least ${fewest} values`));
}

/** A record's field that no text uses is clutter, or a typing error. */
function checkFields(
  parameters: NonNullable<QuestionContent["parameters"]>,
  uses: readonly { name: string; field: string | undefined }[],
): Problem[] {
  return Object.entries(parameters).flatMap(([name, [first]]) =>
    Object.keys(typeof first === "object" ? first : {})
      .filter((field) => !uses.some((use) => use.name === name && use.field === field))
      .map((field) => warningAt(["parameters", name], `Field ${name}.${field} is not used`)),
  );
}

function checkReleases({ kubernetes = {} }: QuestionContent): Problem[] {
  const minor = (release: string | undefined, otherwise: number): number =>
    release === undefined ? otherwise : Number(release.split(".")[1]);
  return minor(kubernetes.since, 0) <= minor(kubernetes.until, Infinity)
    ? []
    : [errorAt(["kubernetes"], "`since` is later than `until`")];
}

/** Each message once, with the first variant that shows it. */
function checkVariants(content: QuestionContent): Problem[] {
  const known = checkKind(content).map(({ path }) => path.join("/"));
  const seen = new Set(known);
  return drawsToCheck(content).flatMap((values) => {
    const drawn = drawWith<Kind>(content, values, content.id);
    const filled = checkKind<Kind>(fillContent(content, values));
    const found = [...filled, ...checkDrawn(drawn), ...checkModelAnswer(drawn)].filter(
      ({ path }) => {
        const key = path.join("/");
        return !seen.has(key) && seen.add(key);
      },
    );
    const variant = Object.keys(values).length > 0 ? ` (with ${JSON.stringify(values)})` : "";
    return found.map((problem) => ({ ...problem, message: problem.message + variant }));
  });
}

const checkDrawn = <K extends Kind>(drawn: DrawnOf<K>): Problem[] =>
  KIND_REGISTRY[drawn.kind].checkDrawn?.(drawn.body) ?? [];

/** The key itself must be graded right; an open answer is nobody's to grade. */
function checkModelAnswer(drawn: DrawnOf<Kind>): Problem[] {
  const { outcome } = gradeAnswer(drawn, modelAnswer(drawn));
  return outcome === "right" || outcome === "self-mark"
    ? []
    : [errorAt([], `The question's own key is graded ${outcome}`)];
}
