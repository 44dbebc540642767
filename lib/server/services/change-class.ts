import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import { canAdmit, canRunClass } from "@/lib/domain/access/class-access";
import type { ClassChange, Door } from "@/lib/domain/classes/class-input";
import { noSuchClass, requireClass } from "@/lib/server/classes/require-class";
import { newInviteToken } from "@/lib/server/classes/secrets";
import {
  createSection,
  deleteSection,
  renameSection,
  setArchived,
  setDoor,
  updateClass,
} from "@/lib/server/db/classes";
import { database } from "@/lib/server/db/client";
import { isUniqueViolation } from "@/lib/server/db/unique-violation";
import { AppError } from "@/lib/server/errors";
import { withNewCode } from "@/lib/server/services/create-class";

/** Name, description and time zone. Of two who change them at once, one is told. */
export async function changeClass(actor: Actor, input: ClassChange): Promise<void> {
  const { classId, revision, ...details } = input;
  await requireClass(actor, classId, canRunClass);
  if (await updateClass(database(), { id: classId, revision }, details)) return;
  throw new AppError("conflict", "Somebody else has changed the class. Load the page again.");
}

/** An archived class can be read; nobody joins it, and nothing in it is open. */
export async function archiveClass(
  actor: Actor,
  { classId }: { classId: string },
  now: Date,
): Promise<void> {
  await requireClass(actor, classId, canAdmit);
  await setArchived(database(), classId, now);
}

export async function unarchiveClass(
  actor: Actor,
  { classId }: { classId: string },
): Promise<void> {
  await requireClass(actor, classId, canAdmit);
  await setArchived(database(), classId, null);
}

type DoorRef = { classId: string; door: Door };

/** Makes a code or link; one that was there stops working at once. */
export async function renewDoor(actor: Actor, { classId, door }: DoorRef): Promise<void> {
  await requireClass(actor, classId, canAdmit);
  if (door === "code") {
    await withNewCode((code) => setDoor(database(), classId, "code", code));
  } else {
    await setDoor(database(), classId, "link", newInviteToken());
  }
}

export async function closeDoor(actor: Actor, { classId, door }: DoorRef): Promise<void> {
  await requireClass(actor, classId, canAdmit);
  await setDoor(database(), classId, door, null);
}

export async function addSection(
  actor: Actor,
  { classId, name }: { classId: string; name: string },
): Promise<void> {
  await requireClass(actor, classId, canRunClass);
  await refuseTakenName(() => createSection(database(), { id: uuidV7(), classId, name }));
}

type SectionRef = { classId: string; sectionId: string };

export async function changeSection(
  actor: Actor,
  { classId, sectionId, name }: SectionRef & { name: string },
): Promise<void> {
  await requireClass(actor, classId, canRunClass);
  const renamed = await refuseTakenName(() =>
    renameSection(database(), { id: sectionId, classId, name }),
  );
  if (!renamed) throw noSuchClass();
}

/** Its people stay in the class, in no section. */
export async function removeSection(
  actor: Actor,
  { classId, sectionId }: SectionRef,
): Promise<void> {
  await requireClass(actor, classId, canRunClass);
  if (await database().$transaction((db) => deleteSection(db, classId, sectionId))) return;
  throw new AppError(
    "conflict",
    "Something is assigned to this section alone. Assign it to others first, or rename the section.",
  );
}

async function refuseTakenName<T>(save: () => Promise<T>): Promise<T> {
  try {
    return await save();
  } catch (cause) {
    if (!isUniqueViolation(cause)) throw cause;
    const message = "The class has a section of this name already.";
    throw new AppError("conflict", message, { cause, fields: { name: [message] } });
  }
}
