/**
 * JSON Schemas for editors, made from the same zod schemas that check the content: they
 * complete fields and underline mistakes while an author types.
 */
import { z } from "zod";

import { CommonFieldsSchema } from "@/lib/domain/questions/content";
import { KIND_NAMES, KIND_REGISTRY } from "@/lib/domain/questions/registry";
import { BankSchema } from "@/lib/server/content/check-content";

type JsonSchema = z.core.JSONSchema.BaseSchema;

const DRAFT = "https://json-schema.org/draft/2020-12/schema";

const jsonSchemaOf = (schema: z.ZodType): JsonSchema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
};

/** By file name, for the content folder. */
export function editorSchemas(): Record<string, object> {
  return {
    "questions.schema.json": questionsSchema(),
    "bank.schema.json": { $schema: DRAFT, title: "A bank", ...jsonSchemaOf(BankSchema) },
  };
}

/** The first line of a bank's file, by which YAML editors find its schema; null for other files. */
export function editorHint(filePath: string): string | null {
  const [, name] = filePath.split("/");
  if (name === undefined) return null;
  const schema = /^bank\.ya?ml$/u.test(name) ? "bank" : "questions";
  return `# yaml-language-server: $schema=../${schema}.schema.json\n`;
}

/** One branch per kind, chosen by `kind`, so that an editor only complains of the branch meant. */
function questionsSchema(): object {
  const common = jsonSchemaOf(CommonFieldsSchema);
  return {
    $schema: DRAFT,
    title: "Questions of a bank",
    type: "object",
    properties: { questions: { type: "array", minItems: 1, items: { $ref: "#/$defs/question" } } },
    required: ["questions"],
    additionalProperties: false,
    $defs: {
      question: {
        type: "object",
        properties: { kind: { enum: KIND_NAMES } },
        required: ["kind"],
        allOf: KIND_NAMES.map((kind) => ({
          if: { properties: { kind: { const: kind } } },
          then: { $ref: `#/$defs/${kind}` },
        })),
      },
      ...Object.fromEntries(
        KIND_NAMES.map((kind) => [
          kind,
          merged(kind, common, jsonSchemaOf(KIND_REGISTRY[kind].bodySchema)),
        ]),
      ),
    },
  };
}

const merged = (kind: string, common: JsonSchema, body: JsonSchema): JsonSchema => ({
  type: "object",
  properties: { kind: { const: kind }, ...common.properties, ...body.properties },
  required: ["kind", ...(common.required ?? []), ...(body.required ?? [])],
  additionalProperties: false,
});
