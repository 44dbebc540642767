import type { Actor } from "@/lib/domain/access/actor";
import { canRunClass } from "@/lib/domain/access/class-access";
import type { GradeColumn, NamedCategory } from "@/lib/domain/quizzes/gradebook";
import { requireClass } from "@/lib/server/classes/require-class";
import { readColumns } from "@/lib/server/quizzes/read-gradebook";

export type GradeCategoriesView = {
  categories: NamedCategory[];
  columns: GradeColumn[];
  missingIsZero: boolean;
};

/** What final grades of a class are made of, for whoever decides it. */
export async function viewGradeCategories(
  actor: Actor,
  classId: string,
  now: Date,
): Promise<GradeCategoriesView> {
  const { row } = await requireClass(actor, classId, canRunClass);
  const { categories, columns } = await readColumns(classId, now);
  return { categories, columns, missingIsZero: row.missingIsZero };
}
