import { writeCsv } from "@/lib/domain/formats/csv/write-csv";
import type { ImportFormat } from "@/lib/domain/formats/format-names";
import { writeGift } from "@/lib/domain/formats/gift/write-gift";
import { writeMoodle } from "@/lib/domain/formats/moodle/write-moodle";
import { writeYamlQuestions } from "@/lib/domain/formats/yaml/write-questions";
import type { QuestionContent } from "@/lib/domain/questions/content";

type Writer = (questions: readonly QuestionContent[]) => string;

/** Whatever these write, `checkFile` reads back unchanged. */
export const WRITERS: Record<ImportFormat, Writer> = {
  yaml: writeYamlQuestions,
  csv: writeCsv,
  gift: writeGift,
  moodle: writeMoodle,
};
