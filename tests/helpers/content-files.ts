import type { ContentFile } from "@/lib/server/content/read-content-files";

/** The three files that questions refer to, as small as they can be. */
const REFERENCES: readonly ContentFile[] = [
  {
    path: "curriculum.yaml",
    text: `version: "1.35"
exams:
  - id: cka
    title: Administrator
    domains:
      - id: cka/storage
        title: Storage
        weight: 100
        competencies:
          - id: cka/storage/volumes
            title: Volumes
`,
  },
  {
    path: "notes.yaml",
    text: "notes:\n  - id: note-1\n    title: Lesson\n    sections: [First section]\n",
  },
  {
    path: "errata.yaml",
    text: "errata:\n  - { id: E1-01, note: note-1, severity: low, stance: avoided, because: A slip. }\n",
  },
];

/** The common fields that a test does not care about. */
const REST = `    explanation: Because.
    sources:
      docs: [https://kubernetes.io/docs/]
    competencies: [cka/storage/volumes]
    difficulty: easy
`;

/** YAML of one short question; `fields` are further lines, indented by four. */
export const shortQuestion = (id: string, accepted: string, fields = ""): string =>
  `  - id: ${id}
    kind: short
    concept: ${id}
    prompt: What is the word of ${id}?
    accepted: [${accepted}]
${fields}${REST}`;

/** YAML of one question whose own fields are given, indented by four. */
export const questionOf = (id: string, fields: string): string =>
  `  - id: ${id}
    concept: ${id}
${fields}${REST}`;

export const questionFile = (bank: string, questions: readonly string[]): ContentFile => ({
  path: `${bank}/questions.yaml`,
  text: `questions:\n${questions.join("")}`,
});

export const bankFile = (bank: string): ContentFile => ({
  path: `${bank}/bank.yaml`,
  text: `title: ${bank}\ndescription: Questions on ${bank}.\nposition: 1\n`,
});

/** Files of a content folder with one bank. */
export const contentFiles = (questions: readonly string[], bank = "words"): ContentFile[] => [
  ...REFERENCES,
  bankFile(bank),
  questionFile(bank, questions),
];
