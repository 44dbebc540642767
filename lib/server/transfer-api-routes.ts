import { z } from "zod";

import { MOST_FILE_BYTES } from "@/lib/domain/formats/decode-file";
import {
  BankRefSchema,
  CommitImportSchema,
  ExportRequestSchema,
  ImportedSchema,
  ImportPreviewSchema,
  PreviewImportSchema,
} from "@/lib/domain/formats/transfer-contract";
import type { ApiRoute } from "@/lib/server/api-route";

const BANK = "/api/v1/author/banks/{bankId}";

const QUESTION_FILE = {
  mostBytes: MOST_FILE_BYTES,
  description: "Questions as YAML, CSV, GIFT or Moodle XML, in UTF-8 or UTF-16",
  as: "bytes",
} as const;

/** The operations of taking questions in and out of banks; see `apiRoutes`. */
export const transferApiRoutes = {
  previewImport: {
    method: "POST",
    path: `${BANK}/import/preview`,
    summary: "What importing a file of questions would do, and every problem in it",
    caller: "actor",
    params: BankRefSchema,
    query: PreviewImportSchema,
    file: QUESTION_FILE,
    response: ImportPreviewSchema,
    refusals: ["not-found", "throttled"],
  },
  importQuestions: {
    method: "POST",
    path: `${BANK}/import`,
    summary: "Do what the preview said, all of it or nothing; again, it changes nothing",
    caller: "actor",
    params: BankRefSchema,
    query: CommitImportSchema,
    file: QUESTION_FILE,
    response: ImportedSchema,
    refusals: ["not-found", "conflict", "throttled"],
  },
  exportQuestions: {
    method: "POST",
    path: `${BANK}/export`,
    summary: "Questions of a bank as a file, keys included",
    caller: "actor",
    params: BankRefSchema,
    body: ExportRequestSchema,
    response: z.string(),
    produces: "text/plain",
    refusals: ["not-found"],
  },
} as const satisfies Record<string, ApiRoute>;
