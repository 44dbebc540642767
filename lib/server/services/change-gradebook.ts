import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import { canRunClass } from "@/lib/domain/access/class-access";
import type {
  CategoryChange,
  CategoryMove,
  CategoryRef,
  MissingRule,
  NewCategory,
  Places,
} from "@/lib/domain/quizzes/gradebook-input";
import { requireClass } from "@/lib/server/classes/require-class";
import { lockClass } from "@/lib/server/db/classes";
import { database } from "@/lib/server/db/client";
import {
  createCategory,
  deleteCategory,
  listCategories,
  placeAssignments,
  placeCategories,
  setMissingRule,
  updateCategory,
} from "@/lib/server/db/gradebook";
import { isUniqueViolation } from "@/lib/server/db/unique-violation";
import { AppError } from "@/lib/server/errors";

/** More would be a list to scroll through, and no weighting that anybody understands. */
const MOST_CATEGORIES = 30;

export async function addCategory(actor: Actor, input: NewCategory): Promise<void> {
  await requireClass(actor, input.classId, canRunClass);
  await refuseTakenName(() =>
    database().$transaction(async (db) => {
      await lockClass(db, input.classId);
      const all = await listCategories(db, input.classId);
      if (all.length >= MOST_CATEGORIES) {
        throw new AppError("conflict", `A class has at most ${MOST_CATEGORIES} categories.`);
      }
      await createCategory(db, { ...input, id: uuidV7() });
    }),
  );
}

export async function changeCategory(actor: Actor, input: CategoryChange): Promise<void> {
  const { classId, categoryId, ...fields } = input;
  await requireClass(actor, classId, canRunClass);
  const changed = await refuseTakenName(() =>
    updateCategory(database(), { id: categoryId, classId }, fields),
  );
  if (!changed) throw noSuchCategory();
}

/** One place up or down; at the end it stays. */
export async function moveCategory(actor: Actor, input: CategoryMove): Promise<void> {
  const { classId, categoryId, direction } = input;
  await requireClass(actor, classId, canRunClass);
  await database().$transaction(async (db) => {
    await lockClass(db, classId);
    const ids = (await listCategories(db, classId)).map(({ id }) => id);
    const from = ids.indexOf(categoryId);
    if (from === -1) throw noSuchCategory();
    const to = direction === "up" ? from - 1 : from + 1;
    if (to < 0 || to >= ids.length) return;
    ids.splice(to, 0, ...ids.splice(from, 1));
    await placeCategories(db, ids);
  });
}

/** What was in it is in no category, and no longer counts. */
export async function removeCategory(
  actor: Actor,
  { classId, categoryId }: CategoryRef,
): Promise<void> {
  await requireClass(actor, classId, canRunClass);
  const removed = await database().$transaction((db) =>
    deleteCategory(db, { id: categoryId, classId }),
  );
  if (!removed) throw noSuchCategory();
}

/** Puts assignments into categories of their class, or into none. */
export async function placeInCategories(actor: Actor, input: Places): Promise<void> {
  const { classId, assignmentIds, categoryIds } = input;
  await requireClass(actor, classId, canRunClass);
  await database().$transaction(async (db) => {
    await lockClass(db, classId);
    const known = new Set((await listCategories(db, classId)).map(({ id }) => id));
    const places = assignmentIds.map((id, index) => {
      const categoryId = categoryIds[index] ?? "";
      if (categoryId !== "" && !known.has(categoryId)) throw noSuchCategory();
      return { id, categoryId: categoryId === "" ? null : categoryId };
    });
    await placeAssignments(db, classId, places);
  });
}

export async function changeMissingRule(
  actor: Actor,
  { classId, missing }: MissingRule,
): Promise<void> {
  await requireClass(actor, classId, canRunClass);
  await setMissingRule(database(), classId, missing === "zero");
}

const noSuchCategory = () => new AppError("not-found", "There is no such category in the class.");

async function refuseTakenName<T>(save: () => Promise<T>): Promise<T> {
  try {
    return await save();
  } catch (cause) {
    if (!isUniqueViolation(cause)) throw cause;
    const message = "The class has a category of this name already.";
    throw new AppError("conflict", message, { cause, fields: { name: [message] } });
  }
}
