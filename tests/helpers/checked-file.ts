import { checkFile, type CheckContext, type CheckedFile } from "@/lib/domain/formats/check-file";
import { decodeFile } from "@/lib/domain/formats/decode-file";
import type { ImportFormat } from "@/lib/domain/formats/format-names";
import { GENERATED_REFERENCES } from "@/tests/helpers/generated-questions";

/** A file as an importer checks it, from its bytes on. */
export function checked(
  format: ImportFormat,
  file: Uint8Array | string,
  context: Partial<CheckContext> = {},
): CheckedFile {
  const decoded = decodeFile(typeof file === "string" ? new TextEncoder().encode(file) : file);
  if (!decoded.ok) return { questions: [], problems: [decoded.error] };
  const steps = checkFile(format, decoded.value.text, {
    bank: "bank",
    references: GENERATED_REFERENCES,
    defaults: {
      competency: "cka/storage/volume-types",
      difficulty: "medium",
      docs: "https://kubernetes.io/docs/home/",
    },
    existing: [],
    ...context,
  });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
