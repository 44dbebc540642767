import type { Actor } from "@/lib/domain/access/actor";
import {
  canAdmit,
  canRunClass,
  canSeeClass,
  canSeeStudents,
  type ClassRole,
} from "@/lib/domain/access/class-access";
import type { Accommodation } from "@/lib/domain/quizzes/attempt-window";
import { requireClass } from "@/lib/server/classes/require-class";
import { joinPath, linkTo } from "@/lib/server/classes/secrets";
import { listSections } from "@/lib/server/db/classes";
import { database } from "@/lib/server/db/client";
import { countAttemptsInClass, countMembers, findMember, listStaff } from "@/lib/server/db/members";

/** What every page of a class says above its own matter. */
export type ClassHead = {
  id: string;
  name: string;
  description: string;
  timeZone: string;
  archivedAt: string | null;
  revision: number;
  /** Null for an admin who is not in it. */
  role: ClassRole | null;
  mayRun: boolean;
  mayAdmit: boolean;
  maySeeStudents: boolean;
};

export type ClassView = ClassHead & {
  staff: { name: string; role: ClassRole }[];
  counts: Record<ClassRole, number>;
  /** How people get in; null to those who may not let them. */
  doors: { code: string | null; link: string | null } | null;
  sections: { id: string; name: string }[];
  /** The actor's own place as a student, which they may leave. */
  own: {
    section: string | null;
    accommodation: Accommodation;
    attempts: number;
    /** Null for staff. */
    sharesStudy: boolean | null;
  } | null;
};

export async function viewClassHead(actor: Actor, classId: string): Promise<ClassHead> {
  const { row, place } = await requireClass(actor, classId, canSeeClass);
  const { id, name, description, timeZone, archivedAt, revision } = row;
  return {
    id,
    name,
    description,
    timeZone,
    archivedAt: archivedAt?.toISOString() ?? null,
    revision,
    role: place?.role ?? null,
    mayRun: canRunClass(actor, place),
    mayAdmit: canAdmit(actor, place),
    maySeeStudents: canSeeStudents(actor, place),
  };
}

/** The first page of a class, as the actor may see it. */
export async function viewClass(actor: Actor, classId: string): Promise<ClassView> {
  const head = await viewClassHead(actor, classId);
  const db = database();
  const key = { userId: actor.id, classId };
  const [staff, groups, sections, member, attempts, doors] = await Promise.all([
    listStaff(db, classId),
    countMembers(db, classId),
    listSections(db, classId),
    findMember(db, key),
    countAttemptsInClass(db, key),
    head.mayAdmit ? viewDoors(actor, classId) : null,
  ]);
  const counts = { student: 0, assistant: 0, instructor: 0 };
  for (const { role, _count } of groups) counts[role] = _count._all;
  return {
    ...head,
    staff: staff.map(({ role, user }) => ({ role, name: user.name })),
    counts,
    doors,
    sections: head.maySeeStudents ? sections : [],
    own: member && {
      section: sections.find(({ id }) => id === member.sectionId)?.name ?? null,
      accommodation: {
        timeMultiplier: member.timeMultiplier,
        extraDays: member.extraDays,
        extraAttempts: member.extraAttempts,
      },
      attempts,
      sharesStudy: member.role === "student" ? member.sharesStudy : null,
    },
  };
}

async function viewDoors(actor: Actor, classId: string) {
  const { row } = await requireClass(actor, classId, canAdmit);
  return {
    code: row.joinCode,
    link: row.inviteToken === null ? null : linkTo(joinPath(row.inviteToken)),
  };
}
