import fc from "fast-check";
import { expect, test } from "vitest";

import { IMPORT_FORMATS } from "@/lib/domain/formats/format-names";
import { WRITERS } from "@/lib/domain/formats/write-file";
import { checked } from "@/tests/helpers/checked-file";
import { oneOfEachKind } from "@/tests/helpers/generated-questions";

const GENERATED = 1_000;
const KINDS = 10;

test.each(IMPORT_FORMATS)(
  `${GENERATED} questions of all kinds are read from %s as they were written`,
  (format) => {
    fc.assert(
      fc.property(oneOfEachKind, (questions) => {
        const bytes = new TextEncoder().encode(WRITERS[format](questions));
        const { questions: read, problems } = checked(format, bytes);
        expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(read.map(({ content }) => content)).toEqual(questions);
      }),
      { numRuns: GENERATED / KINDS, seed: 20_261_121 },
    );
  },
  120_000,
);
