import type { StudyScope } from "@/lib/domain/quizzes/study-homework";
import type { Catalogue } from "@/lib/server/content/catalogue";

/** What a scope of study is called; null for everything. What has gone is called by its id. */
export function scopeTitle(
  { curriculum, banks }: Pick<Catalogue, "curriculum" | "banks">,
  scope: StudyScope,
): string | null {
  if (scope.by === "all") return null;
  const named = {
    exam: curriculum.exams,
    domain: curriculum.exams.flatMap(({ domains }) => domains),
    bank: banks,
  }[scope.by];
  return named.find(({ id }) => id === scope.id)?.title ?? scope.id;
}

/** What a study session of the scope is narrowed to; nothing for everything. */
export function sessionOf({ curriculum }: Pick<Catalogue, "curriculum">, scope: StudyScope) {
  if (scope.by === "bank") return { banks: [scope.id], domains: [] };
  if (scope.by === "domain") return { banks: [], domains: [scope.id] };
  const exam = curriculum.exams.find(({ id }) => scope.by === "exam" && id === scope.id);
  return { banks: [], domains: exam?.domains.map(({ id }) => id) ?? [] };
}
