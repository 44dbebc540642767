"use server";

import { revalidatePath } from "next/cache";

import {
  CategoryChangeSchema,
  CategoryMoveSchema,
  CategoryRefSchema,
  MissingRuleSchema,
  NewCategorySchema,
  PlacesSchema,
} from "@/lib/domain/quizzes/gradebook-input";
import { action } from "@/lib/server/action";
import {
  addCategory,
  changeCategory,
  changeMissingRule,
  moveCategory,
  placeInCategories,
  removeCategory,
} from "@/lib/server/services/change-gradebook";

const show = (classId: string): void => {
  revalidatePath(`/classes/${classId}`, "layout");
};

export const addCategoryAction = action(NewCategorySchema, async (actor, input) => {
  await addCategory(actor, input);
  show(input.classId);
});

export const changeCategoryAction = action(CategoryChangeSchema, async (actor, input) => {
  await changeCategory(actor, input);
  show(input.classId);
});

export const moveCategoryAction = action(CategoryMoveSchema, async (actor, input) => {
  await moveCategory(actor, input);
  show(input.classId);
});

export const removeCategoryAction = action(CategoryRefSchema, async (actor, input) => {
  await removeCategory(actor, input);
  show(input.classId);
});

export const placeInCategoriesAction = action(PlacesSchema, async (actor, input) => {
  await placeInCategories(actor, input);
  show(input.classId);
});

export const changeMissingRuleAction = action(MissingRuleSchema, async (actor, input) => {
  await changeMissingRule(actor, input);
  show(input.classId);
});
