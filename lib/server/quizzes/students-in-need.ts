import {
  byNeed,
  reasonsForHelp,
  type HelpReason,
  type HelpRule,
} from "@/lib/domain/classes/needs-help";
import type { Standing } from "@/lib/domain/quizzes/final-grade";
import { gradeOfCells } from "@/lib/domain/quizzes/gradebook";
import type { StudentActivity } from "@/lib/server/db/class-activity";
import type { Gradebook, StudentCells } from "@/lib/server/quizzes/read-gradebook";

export type StudentInNeed = {
  userId: string;
  name: string;
  section: string | null;
  percent: number | null;
  reasons: HelpReason[];
};

type Facts = {
  gradebook: Gradebook;
  missingIsZero: boolean;
  activity: ReadonlyMap<string, StudentActivity>;
};

/** Students with a reason to be helped, those with most of them first. */
export function studentsInNeed(
  { gradebook, missingIsZero, activity }: Facts,
  rule: HelpRule,
  now: Date,
): StudentInNeed[] {
  const { categories, columns, students } = gradebook;
  const titlesOf = ({ cells }: StudentCells, standing: Standing) =>
    columns.filter((_, index) => cells[index]?.standing === standing).map(({ title }) => title);
  return students
    .flatMap((student) => {
      const seen = activity.get(student.userId);
      if (!seen) return [];
      const { percent } = gradeOfCells(categories, columns, student.cells, { missingIsZero });
      const facts = {
        percent,
        overdue: titlesOf(student, "overdue"),
        missing: titlesOf(student, "missing"),
        joinedAt: seen.joinedAt,
        activeAt: later(seen.attemptedAt, seen.studiedAt),
        leeches: seen.leeches,
      };
      const { userId, name, section } = student;
      return [{ userId, name, section, percent, reasons: reasonsForHelp(facts, rule, now) }];
    })
    .filter(({ reasons }) => reasons.length > 0)
    .sort(byNeed);
}

const later = (a: Date | null, b: Date | null): Date | null =>
  a && b ? (a > b ? a : b) : (a ?? b);
