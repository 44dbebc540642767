/**
 * Habits of an author that give answers away: the right option is mostly the longest, or
 * stands mostly in the same place, or statements are mostly true. And wordings that make
 * a question a riddle.
 */
import type { Choice } from "@/lib/domain/questions/choices";
import type { QuestionContent } from "@/lib/domain/questions/content";
import type { QuestionProblem } from "@/lib/domain/questions/near-duplicates";
import { flawAt, warningAt } from "@/lib/domain/questions/question-kind";

/** Fewer questions than this show no habit. */
const ENOUGH = 8;
const LONGEST_SHARE = 0.45;
const SAME_PLACE_SHARE = 0.5;
const ONE_SIDED_SHARE = 0.75;

/** Reported at the first question of each bank. */
export function bankProblems(questions: readonly QuestionContent[]): QuestionProblem[] {
  const banks = groupBy(questions, (question) => question.bank);
  return [
    ...[...banks.values()].flatMap((bank) => [...choiceHabits(bank), ...verdictHabits(bank)]),
    ...questions.flatMap(wordingProblems),
  ];
}

function groupBy<Value, Key>(
  values: readonly Value[],
  keyOf: (value: Value) => Key,
): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return groups;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const choicesOf = (question: QuestionContent): readonly Choice[] =>
  question.kind === "single"
    ? question.options
    : question.kind === "true-false"
      ? question.reasons
      : [];

const isLongest = (choices: readonly Choice[]): boolean => {
  const lengthOf = (correct: boolean): number =>
    Math.max(...choices.filter((c) => (c.correct === true) === correct).map((c) => c.text.length));
  return lengthOf(true) > lengthOf(false);
};

function choiceHabits(bank: readonly QuestionContent[]): QuestionProblem[] {
  const lists = bank.map(choicesOf).filter((choices) => choices.length > 0);
  const [first] = bank;
  if (!first || lists.length < ENOUGH) return [];
  const problems: QuestionProblem[] = [];
  const warn = (message: string): void => {
    problems.push({ id: first.id, problem: warningAt([], `Bank ${first.bank}: ${message}`) });
  };

  const longest = lists.filter(isLongest).length / lists.length;
  if (longest > LONGEST_SHARE) {
    warn(`the right option is the longest in ${percent(longest)} of questions`);
  }

  const places = groupBy(lists, (choices) => choices.findIndex((choice) => choice.correct));
  for (const [place, { length }] of places) {
    const share = length / lists.length;
    if (share > SAME_PLACE_SHARE) {
      warn(`the right option stands in place ${place + 1} in ${percent(share)} of questions`);
    }
  }
  return problems;
}

function verdictHabits(bank: readonly QuestionContent[]): QuestionProblem[] {
  const verdicts = bank.flatMap((question) =>
    question.kind === "true-false" ? [question.answer] : [],
  );
  const [first] = bank;
  if (!first || verdicts.length < ENOUGH) return [];
  const share = verdicts.filter(Boolean).length / verdicts.length;
  if (share <= ONE_SIDED_SHARE && share >= 1 - ONE_SIDED_SHARE) return [];
  const message = `Bank ${first.bank}: ${percent(share)} of its statements are true`;
  return [{ id: first.id, problem: warningAt([], message) }];
}

const LAZY_OPTION =
  /^(?:all|none|both|neither) of the (?:above|others?|options|answers)\b|^(?:all|none) of (?:these|them)\b|\bof the above\b/iu;
/** "Which … not …?", within one sentence. Each step is linear, however long the prompt is. */
const isNegative = (prompt: string): boolean =>
  prompt
    .split("?")
    .slice(0, -1)
    .map((part) => part.slice(part.lastIndexOf(".") + 1))
    .some((sentence) => {
      const asked = sentence.search(/\b(?:which|what)\b/iu);
      return asked >= 0 && /\b(?:not|false|incorrect|except)\b/iu.test(sentence.slice(asked));
    });

function wordingProblems(question: QuestionContent): QuestionProblem[] {
  const options = question.kind === "multiple" ? question.options : choicesOf(question);
  const field = question.kind === "true-false" ? "reasons" : "options";
  const problems = options.flatMap(({ text }, index) =>
    LAZY_OPTION.test(text)
      ? [
          flawAt(
            [field, index, "text"],
            "Options are shuffled: say what is meant instead of pointing at others",
          ),
        ]
      : [],
  );
  if (question.kind === "single" && isNegative(question.prompt)) {
    problems.push(
      warningAt(["prompt"], "A negative question is easily misread: ask for what is right"),
    );
  }
  return problems.map((problem) => ({ id: question.id, problem }));
}
