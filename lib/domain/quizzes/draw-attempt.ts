/** Which questions an attempt asks, and in what order: settled once, when it starts. */
import { seededRandom } from "@/lib/domain/questions/seeded-random";
import type { PoolFilter, QuizContent, QuizItem } from "@/lib/domain/quizzes/quiz-content";

/** What a pool's filter goes by. */
export type PoolQuestion = {
  id: string;
  bank: string;
  kind: string;
  difficulty: string;
  /** Such as "cka/troubleshooting". */
  domains: readonly string[];
};

export type DrawnItem = {
  /** 0-based place in the quiz. */
  section: number;
  questionId: string;
  points: number;
};

export type DrawInput = {
  content: QuizContent;
  /** A secret of the server's for this assignment, person and attempt. */
  seed: string;
  /** Everything that may be asked, by id. */
  questions: ReadonlyMap<string, PoolQuestion>;
  /** Ids that the student has answered before. */
  seen: ReadonlySet<string>;
  /**
   * Ids that were withdrawn from their banks since. Where the quiz names one it is asked
   * all the same: those who start later get what the others got.
   */
  withdrawn?: ReadonlySet<string>;
};

/** A place of the quiz that cannot be filled. */
export type Shortage = { section: number; item: number; wanted: number; found: number };

export type Draw = { items: DrawnItem[]; shortages: Shortage[] };

/**
 * Draws the questions. None is asked twice: what is fixed anywhere in the quiz is not
 * drawn from a pool, nor is what an earlier pool drew. What is missing is named in
 * `shortages`, and the attempt is so much shorter.
 */
export function drawAttempt(input: DrawInput): Draw {
  const { content, seed } = input;
  const taken = new Set(fixedQuestions(content));
  const shortages: Shortage[] = [];
  const items = content.sections.flatMap(({ items: places, shuffle }, section) => {
    const drawn = places.flatMap((place, item) => {
      const ids = fill(place, `${section}/${item}`, input, taken);
      const wanted = place.type === "pool" ? place.pick : 1;
      if (ids.length < wanted) shortages.push({ section, item, wanted, found: ids.length });
      return ids.map((questionId) => ({ section, questionId, points: place.points }));
    });
    return shuffle ? seededRandom(seed, `order of section ${section}`).shuffled(drawn) : drawn;
  });
  return { items, shortages };
}

/** The places that could not be filled for anybody, before a quiz is assigned. */
export const findShortages = (
  content: QuizContent,
  questions: ReadonlyMap<string, PoolQuestion>,
): Shortage[] => drawAttempt({ content, questions, seed: "", seen: new Set() }).shortages;

/** Every question that an attempt of this quiz may ask, fixed or drawn. */
export function possibleQuestions(
  content: QuizContent,
  questions: ReadonlyMap<string, PoolQuestion>,
): Set<string> {
  const ids = content.sections.flatMap(({ items }) =>
    items.flatMap((place) =>
      place.type === "question" ? [place.questionId] : candidates(place, questions),
    ),
  );
  return new Set(ids.filter((id) => questions.has(id)));
}

/** The questions that it names, so that every attempt asks them. */
export const fixedQuestions = ({ sections }: QuizContent): string[] =>
  sections.flatMap(({ items }) =>
    items.flatMap((place) => (place.type === "question" ? [place.questionId] : [])),
  );

function fill(
  place: QuizItem,
  label: string,
  { seed, questions, seen, withdrawn }: DrawInput,
  taken: Set<string>,
): string[] {
  if (place.type === "question") {
    const { questionId } = place;
    return questions.has(questionId) || withdrawn?.has(questionId) ? [questionId] : [];
  }
  const free = candidates(place, questions).filter((id) => questions.has(id) && !taken.has(id));
  const mixed = seededRandom(seed, `pool ${label}`).shuffled(free);
  const inOrder = place.notSeenBefore
    ? [...mixed.filter((id) => !seen.has(id)), ...mixed.filter((id) => seen.has(id))]
    : mixed;
  const picked = inOrder.slice(0, place.pick);
  for (const id of picked) taken.add(id);
  return picked;
}

type Pool = Extract<QuizItem, { type: "pool" }>;

function candidates({ from }: Pool, questions: ReadonlyMap<string, PoolQuestion>): string[] {
  if (from.by === "list") return [...new Set(from.questionIds)];
  // By id, so that the draw does not depend on the order in which they were read.
  return [...questions.values()]
    .filter((question) => passes(question, from.filter))
    .map(({ id }) => id)
    .sort();
}

const passes = (question: PoolQuestion, filter: PoolFilter): boolean =>
  isOneOf(filter.banks, [question.bank]) &&
  isOneOf(filter.domains, question.domains) &&
  isOneOf(filter.kinds, [question.kind]) &&
  isOneOf(filter.difficulties, [question.difficulty]);

const isOneOf = (wanted: readonly string[], values: readonly string[]): boolean =>
  wanted.length === 0 || values.some((value) => wanted.includes(value));
