import type { Actor } from "@/lib/domain/access/actor";
import { canCreateClass, canJoinClass } from "@/lib/domain/access/class-access";
import { listClassesOf, listOtherClasses, type ClassListing } from "@/lib/server/db/classes";
import { database } from "@/lib/server/db/client";
import { listInvitations } from "@/lib/server/db/roster";

export type ClassList = {
  classes: ClassListing[];
  archived: ClassListing[];
  invitations: { classId: string; className: string; description: string }[];
  /** For an admin: classes they are not in. */
  others: { id: string; name: string }[];
  mayCreate: boolean;
  mayJoin: boolean;
};

const MOST_OTHERS = 200;

/** The actor's classes, and what they are invited to. */
export async function listClasses(actor: Actor): Promise<ClassList> {
  const db = database();
  const [all, invitations, others] = await Promise.all([
    listClassesOf(db, actor.id),
    actor.email === null ? [] : listInvitations(db, actor.email),
    actor.role === "admin" ? listOtherClasses(db, actor.id, MOST_OTHERS) : [],
  ]);
  return {
    classes: all.filter(({ archivedAt }) => archivedAt === null),
    archived: all.filter(({ archivedAt }) => archivedAt !== null),
    invitations: invitations
      .filter(({ classId }) => !all.some(({ id }) => id === classId))
      .map(({ classId, class: { name, description } }) => ({
        classId,
        className: name,
        description,
      })),
    others,
    mayCreate: canCreateClass(actor),
    mayJoin: canJoinClass(actor),
  };
}
