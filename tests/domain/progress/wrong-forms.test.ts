import { expect, test } from "vitest";

import { wrongForms, type WrongAnswer } from "@/lib/domain/progress/wrong-forms";
import { drawQuestion } from "@/lib/domain/questions/draw-question";
import { gradeAnswer, type Answer } from "@/lib/domain/questions/grade-answer";
import { canaryQuestions } from "@/tests/helpers/canary-questions";

const questionOf = (kind: string) => {
  const question = canaryQuestions().find((each) => each.kind === kind);
  if (!question) throw new Error(`No question of kind ${kind}`);
  return question;
};

const answered = (kind: string, person: string, answer: Answer): WrongAnswer => {
  const seed = `seed of ${person}`;
  const graded = gradeAnswer(drawQuestion(questionOf(kind), seed), answer);
  return { person, seed, answer, graded };
};

const people = (count: number) => Array.from({ length: count }, (_, index) => `person ${index}`);

/** Picks the option with this text, wherever this person's shuffle put it. */
const picking = (text: string) => (person: string) => {
  const drawn = drawQuestion(questionOf("single"), `seed of ${person}`);
  const pick = drawn.kind === "single" ? drawn.body.options.findIndex((o) => o.text === text) : -1;
  return answered("single", person, { kind: "single", pick });
};

test("nine different people are too few to tell anything", () => {
  expect(wrongForms(questionOf("single"), people(9).map(picking("first")))).toBeNull();
});

test("many answers of one person are one", () => {
  const one = people(30).map(() => picking("first")("person 0"));
  expect(wrongForms(questionOf("single"), one)).toBeNull();
});

test("picked options are counted by their text, however they were shuffled", () => {
  const answers = [
    ...people(7).map(picking("first")),
    ...people(10).slice(7).map(picking("third")),
  ];
  expect(wrongForms(questionOf("single"), answers)).toEqual({
    people: 10,
    forms: [
      { text: "first", people: 7 },
      { text: "third", people: 3 },
    ],
  });
});

test("what was typed is shown from three people on", () => {
  const typing = (text: string) => (person: string) =>
    answered("short", person, { kind: "short", text });
  const answers = [
    ...people(8).map(typing("Etcd ")),
    ...people(10).slice(8).map(typing("my name")),
  ];
  expect(wrongForms(questionOf("short"), answers)?.forms).toEqual([{ text: "etcd", people: 8 }]);
});

test.each(canaryQuestions().map((question) => [question.kind]))(
  "answers of kind %s that gave up have no form and break nothing",
  (kind) => {
    const answers = people(10).map((person) =>
      answered(kind, person, { kind: kind, gaveUp: true }),
    );
    expect(wrongForms(questionOf(kind), answers)?.forms).toEqual([]);
  },
);
