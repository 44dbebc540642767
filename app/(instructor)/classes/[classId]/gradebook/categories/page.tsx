import type { Metadata } from "next";
import { headers } from "next/headers";

import { ClassFrame } from "@/components/classes/class-frame";
import { CategoryList } from "@/components/gradebook/category-list";
import { MissingRuleForm } from "@/components/gradebook/missing-rule-form";
import { PlaceForm } from "@/components/gradebook/place-form";
import { SettingsSection } from "@/components/settings/settings-section";
import { LinkButton } from "@/components/ui/button";
import { requireActor } from "@/lib/server/auth/actor";
import { currentTime } from "@/lib/server/clock";
import { load } from "@/lib/server/page";
import { viewClassHead } from "@/lib/server/services/view-class";
import { viewGradeCategories } from "@/lib/server/services/view-grade-categories";

import {
  addCategoryAction,
  changeCategoryAction,
  changeMissingRuleAction,
  moveCategoryAction,
  placeInCategoriesAction,
  removeCategoryAction,
} from "../actions";

export const metadata: Metadata = { title: "Grade categories" };

const CATEGORIES =
  "Weighted parts of the grade, such as quizzes and an exam. A category in which nothing counts yet weighs nothing.";
const ASSIGNMENTS = "Within a category assignments count by their points.";

export default async function GradeCategoriesPage({
  params,
}: PageProps<"/classes/[classId]/gradebook/categories">) {
  const { classId } = await params;
  const now = currentTime(await headers());
  const { head, view } = await load(`/classes/${classId}/gradebook/categories`, async () => {
    const actor = await requireActor();
    return {
      head: await viewClassHead(actor, classId),
      view: await viewGradeCategories(actor, classId, now),
    };
  });
  const { categories, columns, missingIsZero } = view;
  return (
    <ClassFrame head={head}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-xl font-semibold">What the grade is made of</h2>
        <LinkButton href={`/classes/${classId}/gradebook`} size="small">
          Back to the gradebook
        </LinkButton>
      </div>
      <div className="divide-y divide-line">
        <SettingsSection id="categories" title="Categories" text={CATEGORIES}>
          <CategoryList
            classId={classId}
            categories={categories}
            add={addCategoryAction}
            change={changeCategoryAction}
            move={moveCategoryAction}
            remove={removeCategoryAction}
          />
        </SettingsSection>
        {categories.length > 0 && columns.length > 0 ? (
          <SettingsSection id="places" title="Assignments" text={ASSIGNMENTS}>
            <PlaceForm
              classId={classId}
              categories={categories}
              columns={columns}
              save={placeInCategoriesAction}
            />
          </SettingsSection>
        ) : null}
        <SettingsSection id="missing" title="Missing work" text="Decides what a final grade is.">
          <MissingRuleForm
            classId={classId}
            missingIsZero={missingIsZero}
            save={changeMissingRuleAction}
          />
        </SettingsSection>
      </div>
    </ClassFrame>
  );
}
