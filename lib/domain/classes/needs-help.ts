/** Which students somebody should talk to, and why: from what their class sees of them. */
import { z } from "zod";

export type StudentFacts = {
  /** Final grade as it stands; null while nothing counts. */
  percent: number | null;
  /** Titles of work that is due and not handed in, and of what can no longer be. */
  overdue: readonly string[];
  missing: readonly string[];
  joinedAt: Date;
  /** In the class, or studying where that is shared; null: never. */
  activeAt: Date | null;
  /** Questions forgotten again and again; null where study is not shared. */
  leeches: number | null;
};

export const HelpRuleSchema = z.object({
  /** Without anything for so many days. */
  inactiveDays: z.coerce.number().int().min(1).max(365).catch(7),
  /** Percent. */
  below: z.coerce.number().min(0).max(100).catch(50),
});
export type HelpRule = z.output<typeof HelpRuleSchema>;

export type HelpReason =
  | { kind: "below"; percent: number }
  | { kind: "inactive"; days: number; everActive: boolean }
  | { kind: "missing"; titles: readonly string[] }
  | { kind: "overdue"; titles: readonly string[] }
  | { kind: "leeches"; count: number };

/** One or two are everybody's. */
const MANY_LEECHES = 3;
const DAY_MS = 86_400_000;

export function reasonsForHelp(facts: StudentFacts, rule: HelpRule, now: Date): HelpReason[] {
  const { percent, overdue, missing, leeches } = facts;
  const since = facts.activeAt ?? facts.joinedAt;
  const days = Math.floor((now.getTime() - since.getTime()) / DAY_MS);
  const reasons: (HelpReason | false)[] = [
    percent !== null && percent < rule.below && { kind: "below", percent },
    missing.length > 0 && { kind: "missing", titles: missing },
    overdue.length > 0 && { kind: "overdue", titles: overdue },
    days >= rule.inactiveDays && { kind: "inactive", days, everActive: facts.activeAt !== null },
    leeches !== null && leeches >= MANY_LEECHES && { kind: "leeches", count: leeches },
  ];
  return reasons.filter((reason) => reason !== false);
}

/** Most reasons first; of as many, the lowest grade. */
export const byNeed = (
  a: { reasons: readonly HelpReason[]; percent: number | null },
  b: { reasons: readonly HelpReason[]; percent: number | null },
): number => b.reasons.length - a.reasons.length || (a.percent ?? 101) - (b.percent ?? 101);
