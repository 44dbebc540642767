import { describe, expect, test } from "vitest";

import { coverageOf, type CoverageFacts } from "@/lib/domain/questions/cover-questions";
import { parseQuestion } from "@/lib/domain/questions/parse-question";
import type { QuestionContent } from "@/lib/domain/questions/content";

const curriculum = {
  version: "1.35",
  exams: [
    {
      id: "cka",
      title: "Administrator",
      domains: [
        domain("cka/storage", 50, ["cka/storage/volumes"]),
        domain("cka/networking", 50, ["cka/networking/services", "cka/networking/dns"]),
      ],
    },
  ],
};

function domain(id: string, weight: number, competencies: string[]) {
  return {
    id,
    title: id,
    weight,
    competencies: competencies.map((competency) => ({ id: competency, title: competency })),
  };
}

const NETWORKING = ["cka/networking/services", "cka/networking/dns"];

function aQuestion(id: string, rest: object = {}): QuestionContent {
  const question = parseQuestion(
    {
      id,
      kind: "short",
      concept: id,
      prompt: `What is ${id}?`,
      accepted: ["etcd"],
      explanation: "Because.",
      sources: { docs: ["https://kubernetes.io/docs/"] },
      competencies: ["cka/storage/volumes"],
      difficulty: "easy",
      ...rest,
    },
    "words",
  );
  if (!question.ok) throw new Error(JSON.stringify(question.error));
  return question.value;
}

const cited = (...sections: string[]) => ({
  sources: {
    docs: ["https://kubernetes.io/docs/"],
    notes: sections.map((section) => ({ note: "note-1", section })),
  },
});

const cover = (facts: Partial<CoverageFacts>) =>
  coverageOf({
    banks: [{ id: "words", title: "Words" }],
    questions: [],
    curriculum,
    notes: [],
    errata: [],
    ...facts,
  });

const gapsAbout = (facts: Partial<CoverageFacts>, about: string) =>
  cover(facts).gaps.filter((gap) => gap.about === about);

describe("an exam", () => {
  test("shares out its questions among its domains", () => {
    const questions = [
      aQuestion("a"),
      aQuestion("b"),
      aQuestion("c", { competencies: NETWORKING }),
    ];
    expect(cover({ questions }).exams[0]?.domains).toMatchObject([
      { id: "cka/storage", questions: 2, share: 66.7 },
      { id: "cka/networking", questions: 1, share: 33.3 },
    ]);
  });

  test("counts a question once in each domain it serves", () => {
    const questions = [aQuestion("a", { competencies: ["cka/storage/volumes", ...NETWORKING] })];
    expect(cover({ questions }).exams[0]).toMatchObject({
      served: 2,
      domains: [{ share: 50 }, { share: 50 }],
    });
  });

  test.each([
    [11, 9, []],
    [12, 9, ["cka/storage", "cka/networking"]],
  ])("of %d and %d questions for equal weights lacks %j", (storage, networking, lacking) => {
    const questions = [
      ...Array.from({ length: storage }, (_, index) => aQuestion(`s${index}`)),
      ...Array.from({ length: networking }, (_, index) =>
        aQuestion(`n${index}`, { competencies: NETWORKING }),
      ),
    ];
    expect(gapsAbout({ questions }, "domain").map(({ id }) => id)).toEqual(lacking);
  });

  test("lacks a competency that no question serves", () => {
    const questions = [aQuestion("a", { competencies: ["cka/networking/dns"] })];
    expect(gapsAbout({ questions }, "competency").map(({ id }) => id)).toEqual([
      "cka/storage/volumes",
      "cka/networking/services",
    ]);
  });
});

describe("a bank", () => {
  const notes = [
    {
      id: "note-1",
      title: "Lesson",
      sections: [
        { title: "First", questions: { words: 1 } },
        { title: "Second", questions: { words: 1, others: 4 } },
      ],
    },
  ];

  test("is worth what all sections give it", () => {
    expect(cover({ notes }).banks[0]?.worth).toBe(2);
  });

  test.each([
    [0, ["The bank has no questions."]],
    [1, ["1 of the 2 questions that the notes are worth here."]],
    [2, []],
  ])("with %d of the 2 questions it is worth has the gaps %j", (some, problems) => {
    const questions = Array.from({ length: some }, (_, index) => aQuestion(`q${index}`));
    expect(gapsAbout({ notes, questions }, "bank").map(({ problem }) => problem)).toEqual(problems);
  });
});

describe("a section", () => {
  const notes = [
    {
      id: "note-1",
      title: "Lesson",
      sections: [
        { title: "Heading", questions: {} },
        { title: "First", questions: { words: 1 } },
        { title: "Second", questions: { words: 1 } },
      ],
    },
  ];

  test("counts the questions that cite it, each once", () => {
    const questions = [aQuestion("a", cited("First", "First")), aQuestion("b", cited("First"))];
    expect(cover({ notes, questions }).notes[0]?.sections.map((each) => each.questions)).toEqual([
      0, 2, 0,
    ]);
  });

  test("is a gap when it is worth a question and none cites it", () => {
    const questions = [aQuestion("a", cited("First"))];
    expect(gapsAbout({ notes, questions }, "section").map(({ id }) => id)).toEqual([
      "note-1 / Second",
    ]);
  });

  test("is not what a question goes beyond that cites one", () => {
    const questions = [aQuestion("a", cited("First")), aQuestion("b")];
    expect(cover({ notes, questions }).beyondNotes).toBe(1);
  });
});

describe("a statement of the notes that is wrong", () => {
  const statement = { note: "note-1", severity: "low" as const };
  const errata = [
    { id: "E1-01", ...statement, stance: "taught" as const },
    { id: "E1-02", ...statement, stance: "version-bound" as const },
    { id: "E1-03", ...statement, stance: "avoided" as const, because: "A slip." },
  ];

  test("lists the questions that put it right", () => {
    const questions = [aQuestion("a", { errata: ["E1-01"] }), aQuestion("b")];
    expect(cover({ errata, questions }).errata[0]?.questions).toEqual(["words/a"]);
  });

  test("is counted by what the questions do about it", () => {
    expect(cover({ errata }).stances).toEqual({ taught: 1, "version-bound": 1, avoided: 1 });
  });

  test("is a gap when questions do not do what is said of it", () => {
    const questions = [
      aQuestion("a", { errata: ["E1-01"] }),
      aQuestion("b", { errata: ["E1-03"] }),
    ];
    const ids = gapsAbout({ errata, questions }, "erratum").map(({ id }) => id);
    expect(ids).toEqual(["E1-02", "E1-03"]);
  });
});

test("a kind that no question is of is a gap", () => {
  const missing = gapsAbout({ questions: [aQuestion("a")] }, "kind").map(({ id }) => id);
  expect(missing).toContain("kubectl");
  expect(missing).not.toContain("short");
});
