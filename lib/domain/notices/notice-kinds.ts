/**
 * What people are told in the app: kinds, what each kind's sentence is made with, and the
 * sentence. A notice tells of one thing once; its key says which.
 */
import { z } from "zod";

const name = z.string().max(300);
const at = z.iso.datetime();

/** What the sentence of a kind is made with. */
export const NOTICE_FACTS = {
  assigned: z.object({ title: name, className: name, dueAt: at, timeZone: name }),
  "due-soon": z.object({ title: name, className: name, dueAt: at, timeZone: name }),
  behind: z.object({ title: name, className: name, reached: name, next: name }),
  released: z.object({ title: name, className: name }),
  "marks-changed": z.object({ title: name, className: name }),
  appealed: z.object({ title: name, className: name }),
  "appeal-answered": z.object({
    title: name,
    accepted: z.boolean(),
    /** It had been accepted before. */
    takenBack: z.boolean().default(false),
  }),
  "report-closed": z.object({ questionId: name, note: z.string().max(2_000) }),
  "class-invitation": z.object({ className: name, invitedBy: name }),
} as const;

export const NOTICE_KINDS = Object.keys(NOTICE_FACTS) as NoticeKind[];
export type NoticeKind = keyof typeof NOTICE_FACTS;
export type NoticeFacts<K extends NoticeKind> = z.input<(typeof NOTICE_FACTS)[K]>;

/** For settings: which notices these are. */
export const NOTICE_KIND_NAMES: Record<NoticeKind, string> = {
  assigned: "A quiz or study work is assigned",
  "due-soon": "Something assigned is due soon",
  behind: "I fall behind with study work",
  released: "Results are released",
  "marks-changed": "A mark changes after its release",
  appealed: "A student contests a mark",
  "appeal-answered": "An appeal of yours is answered",
  "report-closed": "A problem you reported is dealt with",
  "class-invitation": "You are invited to a class",
};

const SENTENCES: { [K in NoticeKind]: (facts: z.output<(typeof NOTICE_FACTS)[K]>) => string } = {
  assigned: ({ title, className, dueAt, timeZone }) =>
    `${className}: “${title}” is assigned, due ${momentIn(dueAt, timeZone)}.`,
  "due-soon": ({ title, className, dueAt, timeZone }) =>
    `${className}: “${title}” is due ${momentIn(dueAt, timeZone)}.`,
  behind: ({ title, className, reached, next }) =>
    `${className}: you are behind with “${title}”, at ${reached}. ${next}`,
  "marks-changed": ({ title, className }) =>
    `${className}: your marks of “${title}” have changed since they were released.`,
  released: ({ title, className }) => `${className}: the results of “${title}” are released.`,
  appealed: ({ title, className }) => `${className}: a mark of “${title}” is contested.`,
  "appeal-answered": ({ title, accepted, takenBack }) =>
    takenBack
      ? `The acceptance of your appeal about “${title}” was taken back.`
      : `Your appeal about “${title}” was ${accepted ? "accepted" : "refused"}.`,
  "report-closed": ({ questionId, note }) =>
    note === ""
      ? `Your report on ${questionId} was dealt with.`
      : `Your report on ${questionId} was dealt with: ${note}`,
  "class-invitation": ({ className, invitedBy }) => `${invitedBy} invites you to ${className}.`,
};

/** The sentence of a stored notice. One whose facts no longer fit its kind says only what it is about. */
export function noticeSentence(kind: NoticeKind, facts: unknown): string {
  const read = NOTICE_FACTS[kind].safeParse(facts);
  if (!read.success) return `${NOTICE_KIND_NAMES[kind]}.`;
  return (SENTENCES[kind] as (facts: unknown) => string)(read.data);
}

export const isNoticeKind = (kind: string): kind is NoticeKind => kind in NOTICE_FACTS;

/** "Fri 3 April 2026, 23:59 (Europe/Berlin)" */
function momentIn(instant: string, timeZone: string): string {
  const text = new Date(instant).toLocaleString("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  });
  return `${text} (${timeZone.replaceAll("_", " ")})`;
}

/** What a person wants of one kind. */
const NoticeChoiceKindsSchema = z
  .array(z.enum(NOTICE_KINDS as [NoticeKind, ...NoticeKind[]]))
  .max(20);

/** Hours before it is due at which a reminder of an assignment may come. */
export const DUE_SOON_HOURS = [2, 6, 12, 24, 48, 72] as const;
export const LONGEST_DUE_SOON_MS = Math.max(...DUE_SOON_HOURS) * 3_600_000;

const DueSoonHoursSchema = z.coerce
  .number("Choose how long before.")
  .refine((hours) => DUE_SOON_HOURS.some((one) => one === hours), "Choose how long before.");

/** `inApp[]` and `byEmail[]`: the kinds that are ticked. */
export const NoticeChoicesSchema = z.strictObject({
  inApp: NoticeChoiceKindsSchema.default([]),
  byEmail: NoticeChoiceKindsSchema.default([]),
  dueSoonHours: DueSoonHoursSchema.default(24),
});
export type NoticeChoices = z.output<typeof NoticeChoicesSchema>;

export const NoticeRefSchema = z.strictObject({ id: z.uuid().toLowerCase() });
