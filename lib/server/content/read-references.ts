import { z } from "zod";

import type { References } from "@/lib/domain/questions/check-references";
import {
  competencyIds,
  curriculumProblems,
  CurriculumSchema,
} from "@/lib/domain/questions/curriculum";
import { ErratumSchema, StudyNoteSchema } from "@/lib/domain/questions/study-notes";
import type { ContentDocument } from "@/lib/server/content/content-document";
import type { ContentProblem } from "@/lib/server/content/content-problem";
import type { YamlFile } from "@/lib/server/content/yaml-file";

const NotesSchema = z.strictObject({ notes: z.array(StudyNoteSchema) });

const ErrataSchema = z.strictObject({ errata: z.array(ErratumSchema) });

const NOTHING: ContentDocument = {
  curriculum: { version: "", exams: [] },
  notes: [],
  errata: [],
};

/** Reads the three files that questions refer to. A file that is missing or wrong is a problem, and empty. */
export function readReferences(
  files: readonly YamlFile[],
  problems: ContentProblem[],
): { references: References; document: ContentDocument } {
  const report = (file: string, line: number, message: string): void => {
    problems.push({ file, line, question: null, message, severity: "error" });
  };
  const read = <T>(path: string, schema: z.ZodType<T>): T | null => {
    const file = files.find((candidate) => candidate.path === path);
    if (!file) {
      report(path, 1, "This file is missing or cannot be read");
      return null;
    }
    const parsed = schema.safeParse(file.data);
    for (const issue of parsed.error?.issues ?? []) {
      const place = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
      report(path, file.lineOf(place), `${place.join(".")}: ${issue.message}`);
    }
    return parsed.data ?? null;
  };

  const curriculum = read("curriculum.yaml", CurriculumSchema) ?? NOTHING.curriculum;
  const notes = read("notes.yaml", NotesSchema)?.notes ?? [];
  const errata = read("errata.yaml", ErrataSchema)?.errata ?? [];
  for (const message of curriculumProblems(curriculum)) report("curriculum.yaml", 1, message);
  return {
    references: {
      competencies: new Set(competencyIds(curriculum)),
      sections: new Map(
        notes.map(({ id, sections }) => [id, new Set(sections.map(({ title }) => title))]),
      ),
      errata: new Map(errata.map((erratum) => [erratum.id, erratum])),
    },
    document: { curriculum, notes, errata },
  };
}
