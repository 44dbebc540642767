import type { Actor } from "@/lib/domain/access/actor";
import { canRunClass } from "@/lib/domain/access/class-access";
import type { HomeworkFormValues, ScopeGroup } from "@/lib/domain/quizzes/assigned-forms";
import { scopeText } from "@/lib/domain/quizzes/homework-input";
import { calendarDays } from "@/lib/domain/quizzes/homework-plan";
import { localTimeOf } from "@/lib/domain/quizzes/local-time";
import { requireClass } from "@/lib/server/classes/require-class";
import { catalogueOfClass } from "@/lib/server/content/catalogue";
import { listSections } from "@/lib/server/db/classes";
import { database } from "@/lib/server/db/client";
import type { StoredAssignment } from "@/lib/server/db/quizzes";
import { AppError } from "@/lib/server/errors";
import { findNamedAssignment } from "@/lib/server/quizzes/find-named-assignment";
import { studyRule } from "@/lib/server/quizzes/homework-people";
import { browseChoices } from "@/lib/server/services/view-browse-choices";
import { viewClassHead, type ClassHead } from "@/lib/server/services/view-class";

export type HomeworkDraft = {
  head: ClassHead;
  scopes: ScopeGroup[];
  sections: { id: string; name: string }[];
  values: HomeworkFormValues;
};

const FORTNIGHT = 14;
const DAY_MS = 86_400_000;

/** Study work to be: twenty answers a day, on twelve of the fourteen days from tomorrow on. */
export async function draftHomework(
  actor: Actor,
  classId: string,
  now: Date,
): Promise<HomeworkDraft> {
  const { row: group } = await requireClass(actor, classId, canRunClass);
  const dateIn = (days: number) =>
    localTimeOf(new Date(now.getTime() + days * DAY_MS), group.timeZone).slice(0, 10);
  return {
    ...(await frameOf(actor, classId)),
    values: {
      assignmentId: "",
      revision: 0,
      title: "Daily study",
      opensAt: `${dateIn(1)}T04:00`,
      dueAt: `${dateIn(FORTNIGHT)}T23:59`,
      ruleKind: "reviews",
      scope: "all",
      perDay: 20,
      missedDays: 2,
      targetPercent: 70,
      credit: "proportional",
      points: 10,
      sectionIds: [],
    },
  };
}

/** Study work as it is, to be changed. */
export async function editHomework(
  actor: Actor,
  { classId, assignmentId }: { classId: string; assignmentId: string },
): Promise<HomeworkDraft> {
  const { row: group } = await requireClass(actor, classId, canRunClass);
  const found = await findNamedAssignment(classId, assignmentId);
  if (found?.kind !== "study") {
    throw new AppError("not-found", "There is no such assignment.");
  }
  return { ...(await frameOf(actor, classId)), values: toForm(found, group.timeZone) };
}

function toForm(found: StoredAssignment, timeZone: string): HomeworkFormValues {
  const rule = studyRule(found);
  const opensAt = localTimeOf(found.opensAt, timeZone);
  const dueAt = localTimeOf(found.dueAt, timeZone);
  const there = calendarDays(opensAt, dueAt);
  return {
    assignmentId: found.id,
    revision: found.revision,
    title: found.title,
    opensAt,
    dueAt,
    ruleKind: rule.kind,
    scope: scopeText(rule.scope),
    perDay: rule.kind === "reviews" ? rule.perDay : 20,
    missedDays: rule.kind === "reviews" ? Math.max(0, there - rule.days) : 2,
    targetPercent: rule.kind === "readiness" ? Math.round(rule.target * 100) : 70,
    credit: rule.credit,
    points: rule.points,
    sectionIds: found.sectionIds,
  };
}

async function frameOf(actor: Actor, classId: string) {
  const { banks, exams } = browseChoices(await catalogueOfClass(classId));
  const choice = (by: string) => (part: { id: string; title: string }) => ({
    value: `${by}:${part.id}`,
    title: part.title,
  });
  return {
    head: await viewClassHead(actor, classId),
    sections: await listSections(database(), classId),
    scopes: [
      { title: "Exams", choices: exams.map(choice("exam")) },
      ...exams.map((exam) => ({
        title: `Domains of ${exam.id.toUpperCase()}`,
        choices: exam.domains.map(choice("domain")),
      })),
      { title: "Banks", choices: banks.map(choice("bank")) },
    ],
  };
}
