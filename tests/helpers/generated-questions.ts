/** Questions of every kind with texts that break formats, for properties that hold of all of them. */
import fc from "fast-check";

import type { QuestionContent } from "@/lib/domain/questions/content";
import { parseQuestion } from "@/lib/domain/questions/parse-question";
import { KIND_NAMES, type Kind } from "@/lib/domain/questions/registry";
import { list, nasty, optional, text, textNo } from "@/tests/helpers/generated-texts";

const choices = (right: "one" | "some") =>
  list((number) => fc.record({ text: textNo(number), why: text }), 3, 6).chain((options) =>
    fc
      .subarray([...options.keys()], {
        minLength: 1,
        maxLength: right === "one" ? 1 : options.length - 1,
      })
      .map((correct) =>
        options.map((option, index) =>
          correct.includes(index) ? { ...option, correct: true } : option,
        ),
      ),
  );

const near = list((number) => fc.record({ text: textNo(100 + number), why: text }), 1, 3);

const accepted = list((number) => textNo(number), 1, 3);

const blank = fc
  .tuple(fc.record({ accepted, why: text }), optional(fc.record({ near })))
  .chain(([own, more]) =>
    optional(fc.record({ choices: list((number) => textNo(200 + number), 1, 3) })).map(
      (picked) => ({ ...own, ...more, ...picked }),
    ),
  );

const number = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => value + 0 || 0);

const BODIES: Record<Kind, fc.Arbitrary<object>> = {
  single: fc.record({ options: choices("one") }),
  multiple: fc.record({ options: choices("some") }),
  "true-false": fc.record({ answer: fc.boolean(), reasons: choices("one") }),
  match: fc
    .tuple(
      fc.record({
        pairs: list(
          (index) => fc.record({ left: textNo(index), right: textNo(10 + index), why: text }),
          2,
          5,
        ),
      }),
      optional(
        fc.record({
          distractors: list((index) => fc.record({ text: textNo(50 + index), why: text }), 1, 3),
        }),
      ),
    )
    .map(([own, more]) => ({ ...own, ...more })),
  order: fc
    .tuple(
      list((index) => fc.record({ text: textNo(index) }), 2, 6),
      fc.boolean(),
      text,
    )
    .map(([items, ranked, why]) => ({
      items: items.map((item, index) =>
        ranked ? { ...item, rank: index + 1, why } : index === 0 ? { ...item, why } : item,
      ),
    })),
  short: fc
    .tuple(fc.record({ accepted }), optional(fc.record({ caseSensitive: fc.boolean(), near })))
    .map(([own, more]) => ({ ...own, ...more })),
  number: fc.oneof(
    fc.record({ answer: fc.record({ value: number }) }),
    fc
      .tuple(number, fc.double({ min: 0, max: 10, noNaN: true }), text, text)
      .map(([value, tolerance, unit, why]) => ({
        answer: { value, tolerance: tolerance + 0 },
        unit,
        near: [{ value: value + 1_000, why }],
      })),
    fc.record({ answer: number.map((from) => ({ from, to: from + 5 })), unit: text }),
  ),
  blanks: fc
    .tuple(
      fc.constantFrom("prose", "yaml", "text"),
      nasty,
      list(() => blank, 1, 3),
    )
    .map(([language, before, blanks]) => ({
      language,
      text: blanks.map((_, index) => `${before} [[b${index}]]`).join("\n  "),
      blanks: Object.fromEntries(blanks.map((each, index) => [`b${index}`, each])),
    })),
  kubectl: fc
    .tuple(fc.constantFrom("web", "api"), fc.integer({ min: 3, max: 9 }), nasty)
    .map(([name, n, file]) => ({
      accept: [`kubectl scale deployment ${name} -n shop --replicas=${n}`],
      context: {
        objects: [
          {
            apiVersion: "apps/v1",
            kind: "Deployment",
            metadata: { name, namespace: "shop", annotations: { note: file } },
            spec: { replicas: 2 },
          },
        ],
        files: { "notes.txt": file },
      },
      nearMisses: [
        { answer: `kubectl scale deployment ${name} --replicas=${n}`, finding: "wrong-namespace" },
        { answer: `kubectl scale deployment ${name} -n shop ${n}`, finding: "required-flag" },
        { answer: `kubectl scale deployment --all -n shop --replicas=${n}`, finding: "overreach" },
      ],
    })),
  open: fc.record({
    modelAnswer: text,
    marks: list(
      (index) =>
        fc
          .tuple(
            fc.record({ text: textNo(index) }),
            optional(fc.record({ keywords: list(textNo, 1, 2) })),
          )
          .map(([own, more]) => ({ ...own, ...more })),
      1,
      4,
    ),
    doNotAccept: list((index) => fc.record({ text: textNo(index), why: text }), 0, 2),
  }),
};

const exhibits = fc.record({
  exhibits: list(
    () =>
      fc.oneof(
        fc.record({
          type: fc.constantFrom("yaml", "output", "events"),
          text: nasty.map((t) => `${t}\n x`),
        }),
        fc.record({
          type: fc.constant("diagram"),
          diagram: fc.constant("control-plane"),
          alt: text,
        }),
      ),
    1,
    2,
  ),
});

const parameters = fc.record({ p: list((index) => textNo(index), 2, 4) });

const common = fc
  .tuple(
    fc.record({
      prompt: text,
      explanation: text,
      difficulty: fc.constantFrom("easy", "medium", "hard"),
    }),
    optional(fc.record({ hint: text })),
    optional(exhibits),
    optional(parameters),
    optional(
      fc.constantFrom(
        { kubernetes: { since: "1.30" } },
        { kubernetes: { since: "1.9", until: "1.35" } },
        { errata: ["E1-01"] },
        { tags: ["week-3", "exam-trap"] },
      ),
    ),
    fc.boolean(),
  )
  .map(([own, hint, shown, drawn, more, notes]) => {
    const hasParameters = "p" in drawn;
    return {
      ...own,
      ...hint,
      ...shown,
      ...(hasParameters ? { parameters: drawn, explanation: `${own.explanation} {{p}}` } : {}),
      ...more,
      concept: "a-concept",
      competencies: ["cka/storage/volume-types", "cka/workloads/pod-scheduling"],
      sources: {
        docs: ["https://kubernetes.io/docs/concepts/?a=1&b=%20#top", "https://helm.sh/docs/"],
        ...(notes ? { notes: [{ note: "note-1", section: "A section" }] } : {}),
      },
    };
  });

/** One question of each kind, of the bank `bank`. */
export const oneOfEachKind: fc.Arbitrary<QuestionContent[]> = fc.tuple(
  ...KIND_NAMES.map((kind) =>
    fc.tuple(common, BODIES[kind]).map(([fields, body]) => questionOf(kind, fields, body)),
  ),
);

function questionOf(kind: Kind, fields: object, body: object): QuestionContent {
  const question = parseQuestion({ id: `a-${kind}-1`, kind, ...fields, ...body }, "bank");
  if (!question.ok) throw new Error(JSON.stringify(question.error));
  return question.value;
}

/** What the generated questions refer to. */
export const GENERATED_REFERENCES = {
  competencies: new Set(["cka/storage/volume-types", "cka/workloads/pod-scheduling"]),
  sections: new Map([["note-1", new Set(["A section"])]]),
  errata: new Map([["E1-01", { stance: "taught" as const }]]),
};
