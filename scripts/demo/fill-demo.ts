import { NewCategorySchema, PlacesSchema } from "@/lib/domain/quizzes/gradebook-input";
import { seededRandom } from "@/lib/domain/questions/seeded-random";
import { getCatalogue, type Catalogue } from "@/lib/server/content/catalogue";
import { database, databasePool } from "@/lib/server/db/client";
import { addCategory, placeInCategories } from "@/lib/server/services/change-gradebook";
import { chooseQuizQuestions } from "@/scripts/demo/choose-questions";
import { makeClass, type DemoClass } from "@/scripts/demo/demo-class";
import { giveHomework } from "@/scripts/demo/demo-homework";
import { daysFrom, demoLearners } from "@/scripts/demo/demo-people";
import { QUIZ_DAYS, quizThatIsOpen, quizThatIsOver, quizToCome } from "@/scripts/demo/demo-quizzes";
import { studyOf, type DemoStudent } from "@/scripts/demo/demo-study";
import { simulatedAnswers } from "@/scripts/demo/simulated-answers";
import { writeHistory } from "@/scripts/demo/write-history";

export type DemoOptions = {
  now: Date;
  seed: string;
  password: string;
  /** Called as each step begins. */
  say: (step: string) => void;
};

export type Demo = DemoClass & { students: DemoStudent[]; reviews: number; quizzes: string[] };

/** Fills an instance with a class that has studied for sixty days. The banks are loaded; nobody is there. */
export async function fillDemo({ now, seed, password, say }: DemoOptions): Promise<Demo> {
  const catalogue = await getCatalogue();
  const [over, open] = chooseQuizQuestions(seed, catalogue.questions);
  say("Thirty learners study for sixty days");
  const students = live({ now, seed }, catalogue, over, open);
  const reviews = students.reduce((sum, student) => sum + student.reviews.length, 0);

  say("The class comes together");
  const group = await makeClass(students, { now, seed, password });
  say(`Their ${reviews.toLocaleString("en-GB")} answers are written`);
  await writeHistories(students, catalogue);

  const time = { now, seed };
  say("The first quiz is taken, marked and released");
  const first = await quizThatIsOver(group, students, over, time);
  say("The second quiz is being taken");
  const second = await quizThatIsOpen(group, students, open, time);
  say("The mock exam and the homework are given");
  const third = await quizToCome(group, domainsOf(catalogue), time);
  const homework = await giveHomework(group, now);
  await weigh(group, [first, second, third], homework);
  return { ...group, students, reviews, quizzes: [first, second, third] };
}

function live(
  { now, seed }: Pick<DemoOptions, "now" | "seed">,
  { questions }: Catalogue,
  over: readonly string[],
  open: readonly string[],
): DemoStudent[] {
  // Bank by bank, as most study; each learner in an order of their own.
  const ids = seededRandom(seed, "course").shuffled([...questions.keys()]);
  const within = (at: Date, days: { opens: number; due: number }) =>
    at >= daysFrom(now, days.opens - 1) && at <= daysFrom(now, days.due + 1);
  const isWithheld = (questionId: string, at: Date) =>
    (over.includes(questionId) && within(at, QUIZ_DAYS.over)) ||
    (open.includes(questionId) && within(at, QUIZ_DAYS.open));
  return demoLearners(seed).map((learner) => studyOf(seed, learner, { ids, isWithheld }, now));
}

async function writeHistories(
  students: readonly DemoStudent[],
  { questions }: Catalogue,
): Promise<void> {
  const answerOf = simulatedAnswers((id) => questions.get(id));
  for (const { id, reviews, cards, settings } of students) {
    const history = { userId: id, settingsVersion: settings.version, reviews, cards, answerOf };
    await writeHistory(databasePool(), history);
  }
}

/** The domains of an exam that count most. */
const domainsOf = ({ curriculum }: Catalogue): string[] =>
  (curriculum.exams[0]?.domains ?? [])
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, 3)
    .map(({ id }) => id);

async function weigh(
  { instructor, classId }: DemoClass,
  quizzes: readonly string[],
  homework: readonly string[],
): Promise<void> {
  const categories = [
    { name: "Quizzes", weight: 70, assignmentIds: quizzes },
    { name: "Study", weight: 30, assignmentIds: homework },
  ];
  for (const { name, weight } of categories) {
    const input = NewCategorySchema.parse({ classId, name, weight, dropLowest: 0 });
    await addCategory(instructor, input);
  }
  const made = await database().gradeCategory.findMany({ where: { classId } });
  const idOf = (name: string) => made.find((category) => category.name === name)?.id ?? "";
  const places = PlacesSchema.parse({
    classId,
    assignmentIds: categories.flatMap(({ assignmentIds }) => assignmentIds),
    categoryIds: categories.flatMap(({ name, assignmentIds }) =>
      assignmentIds.map(() => idOf(name)),
    ),
  });
  await placeInCategories(instructor, places);
}
