/**
 * A question as its author writes it: the fields that all kinds share, and those of its
 * kind beside them. docs/authoring.md describes the format for authors.
 */
import { z } from "zod";

import type { KeyAddition } from "@/lib/domain/questions/key-addition";
import { ParametersSchema } from "@/lib/domain/questions/parameters";
import { TextSchema } from "@/lib/domain/questions/question-kind";
import type { Kind, TypesByKind } from "@/lib/domain/questions/registry";

/** `web-server-2`: lower-case words and digits, joined by hyphens. */
export const SlugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, "Use lower-case words and digits joined by hyphens")
  .max(80);

const CodeExhibitSchema = z.strictObject({
  type: z.enum(["yaml", "output", "events"]),
  title: TextSchema.exactOptional(),
  text: z.string().min(1),
});

const DiagramExhibitSchema = z.strictObject({
  type: z.literal("diagram"),
  title: TextSchema.exactOptional(),
  /** Id of a drawing in components/diagrams. */
  diagram: SlugSchema,
  /**
   * Parts to ask for, by their number in the drawing: the first is shown as 1, and so on.
   * Numbers instead of names, as this list goes to the browser with the question.
   */
  hidden: z.array(z.int().min(1)).min(1).exactOptional(),
  alt: TextSchema,
});

/** Shown with the prompt. */
export const ExhibitSchema = z.discriminatedUnion("type", [
  CodeExhibitSchema,
  DiagramExhibitSchema,
]);
export type Exhibit = z.output<typeof ExhibitSchema>;

const SourcesSchema = z.strictObject({
  /** Empty or left out: beyond the notes. */
  notes: z
    .array(z.strictObject({ note: z.string().min(1), section: z.string().min(1) }))
    .exactOptional(),
  docs: z.array(z.url({ protocol: /^https$/u })).min(1),
});

const ReleaseSchema = z.string().regex(/^1\.\d{1,3}$/u, 'Name a release in quotes, such as "1.35"');

/** The fields of every question but `kind`; ids are still without their bank. */
export const CommonFieldsSchema = z.strictObject({
  id: SlugSchema,
  concept: SlugSchema,
  prompt: TextSchema,
  exhibits: z.array(ExhibitSchema).exactOptional(),
  parameters: ParametersSchema.exactOptional(),
  hint: TextSchema.exactOptional(),
  explanation: TextSchema,
  sources: SourcesSchema,
  errata: z.array(z.string().min(1)).exactOptional(),
  competencies: z.array(z.string().min(1)).min(1),
  /** An author's own words to find it by. */
  tags: z.array(SlugSchema).min(1).exactOptional(),
  /** easy: recall; medium: apply; hard: analyse. */
  difficulty: z.enum(["easy", "medium", "hard"]),
  /** Releases for which the question holds, ends included. */
  kubernetes: z
    .strictObject({ since: ReleaseSchema.exactOptional(), until: ReleaseSchema.exactOptional() })
    .exactOptional(),
});

/** `id` is `<bank>/<slug>`. */
export type CommonContent = z.output<typeof CommonFieldsSchema> & {
  bank: string;
  /** Never written by authors: what accepted appeals have added. */
  also?: readonly KeyAddition[];
};

export type Difficulty = CommonContent["difficulty"];

export type ContentOf<K extends Kind> = {
  [P in K]: CommonContent & { kind: P } & TypesByKind[P]["body"];
}[K];

/** A parsed question, told apart by `kind`. */
export type QuestionContent = ContentOf<Kind>;
