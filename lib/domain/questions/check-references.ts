/** Whether what a question refers to exists: competencies, sections of the notes, errata, documentation. */
import type { QuestionContent } from "@/lib/domain/questions/content";
import { errorAt, warningAt, type Problem } from "@/lib/domain/questions/question-kind";
import type { Erratum } from "@/lib/domain/questions/study-notes";

export type References = {
  competencies: ReadonlySet<string>;
  /** Titles of sections by note id. */
  sections: ReadonlyMap<string, ReadonlySet<string>>;
  errata: ReadonlyMap<string, Pick<Erratum, "stance">>;
};

/** Where the facts of Kubernetes and of what the exams name beside it are documented by their makers. */
const DOCUMENTATION = [
  "kubernetes.io",
  "helm.sh",
  "etcd.io",
  "gateway-api.sigs.k8s.io",
  "kubectl.docs.kubernetes.io",
  "kustomize.io",
  "containerd.io",
  "cri-o.io",
  "coredns.io",
  "docs.docker.com",
  "github.com",
];

export function checkReferences(content: QuestionContent, references: References): Problem[] {
  return [
    ...checkCompetencies(content, references),
    ...twice(content.tags ?? [], ["tags"]),
    ...checkNotes(content, references),
    ...checkErrata(content, references),
    ...checkDocs(content),
  ];
}

const twice = (values: readonly string[], field: (string | number)[]): Problem[] =>
  values.flatMap((value, index) =>
    values.indexOf(value) === index ? [] : [errorAt([...field, index], `${value} is named twice`)],
  );

function checkCompetencies({ competencies }: QuestionContent, known: References): Problem[] {
  return [
    ...twice(competencies, ["competencies"]),
    ...competencies.flatMap((id, index) =>
      known.competencies.has(id)
        ? []
        : [errorAt(["competencies", index], `curriculum.yaml has no competency ${id}`)],
    ),
  ];
}

function checkNotes({ sources }: QuestionContent, known: References): Problem[] {
  return (sources.notes ?? []).flatMap(({ note, section }, index) => {
    const sections = known.sections.get(note);
    if (!sections) {
      return [errorAt(["sources", "notes", index, "note"], `notes.yaml has no ${note}`)];
    }
    return sections.has(section)
      ? []
      : [errorAt(["sources", "notes", index, "section"], `${note} has no section "${section}"`)];
  });
}

function checkErrata(content: QuestionContent, known: References): Problem[] {
  const { errata = [], kubernetes, prompt } = content;
  const namesRelease = kubernetes !== undefined || /\b1\.\d\d\b/u.test(prompt);
  return [
    ...twice(errata, ["errata"]),
    ...errata.flatMap((id, index) => {
      const stance = known.errata.get(id)?.stance;
      if (stance === undefined) return [errorAt(["errata", index], `errata.yaml has no ${id}`)];
      return stance === "version-bound" && !namesRelease
        ? [
            warningAt(
              ["errata", index],
              `${id} depends on the release: name it, or give \`kubernetes\``,
            ),
          ]
        : [];
    }),
  ];
}

function checkDocs({ sources: { docs } }: QuestionContent): Problem[] {
  return [
    ...twice(docs, ["sources", "docs"]),
    ...docs.flatMap((address, index) => {
      const host = /^https:\/\/([^/]+)/u.exec(address)?.[1] ?? "";
      const official = DOCUMENTATION.some((known) => host === known || host.endsWith(`.${known}`));
      return official
        ? []
        : [warningAt(["sources", "docs", index], `${host} is not a documentation site we cite`)];
    }),
  ];
}
