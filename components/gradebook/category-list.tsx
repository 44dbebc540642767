"use client";

import { ArrowDown, ArrowUp } from "lucide-react";

import { ActionButton } from "@/components/form/action-button";
import { ConfirmButton } from "@/components/form/confirm-button";
import { formFailure, type FormAction } from "@/components/form/form-action";
import { FormMessage } from "@/components/form/form-message";
import { HiddenFields } from "@/components/form/hidden-fields";
import { useActionForm } from "@/components/form/use-action-form";
import { percentWords } from "@/components/gradebook/grade-words";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { weightPercents, type NamedCategory } from "@/lib/domain/quizzes/gradebook";

type CategoryListProps = {
  classId: string;
  categories: readonly NamedCategory[];
  add: FormAction;
  change: FormAction;
  move: FormAction;
  remove: FormAction;
};

/** The weighted parts of the final grade. */
export function CategoryList({
  classId,
  categories,
  add,
  change,
  move,
  remove,
}: CategoryListProps) {
  const percents = weightPercents(categories);
  return (
    <div className="flex flex-col gap-6">
      {categories.length === 0 ? (
        <p className="text-muted">
          No categories: everything counts together, by its points. With categories, each counts
          with its weight, and assignments in none are shown but not counted.
        </p>
      ) : (
        <ol className="flex flex-col gap-4">
          {categories.map((category, index) => (
            <CategoryItem
              key={category.id}
              {...{ classId, category, change, move, remove }}
              percent={percents.get(category.id) ?? 0}
              isFirst={index === 0}
              isLast={index === categories.length - 1}
            />
          ))}
        </ol>
      )}
      <section aria-labelledby="new-category" className="flex flex-col gap-3">
        <h3 id="new-category" className="font-semibold">
          New category
        </h3>
        <CategoryForm
          id="new"
          values={{ classId }}
          initial={{ name: "", weight: 1, dropLowest: 0 }}
          stored={categories.length}
          save={add}
          button="Add"
          weightHint="Weights need not add up to 100: only their proportions count."
        />
      </section>
    </div>
  );
}

type CategoryItemProps = Pick<CategoryListProps, "classId" | "change" | "move" | "remove"> & {
  category: NamedCategory;
  percent: number;
  isFirst: boolean;
  isLast: boolean;
};

function CategoryItem(props: CategoryItemProps) {
  const { classId, category, change, move, remove, percent, isFirst, isLast } = props;
  return (
    <li
      aria-label={category.name}
      className="flex flex-col gap-3 rounded-xl border border-line bg-surface p-4"
    >
      <CategoryForm
        id={category.id}
        values={{ classId, categoryId: category.id }}
        initial={category}
        stored={`${category.name} ${category.weight} ${category.dropLowest}`}
        save={change}
        button="Save"
        weightHint={`${percentWords(percent)} of the grade once all have counted`}
      />
      <div className="flex flex-wrap gap-2">
        <MoveButton {...{ classId, category, move }} direction="up" off={isFirst} />
        <MoveButton {...{ classId, category, move }} direction="down" off={isLast} />
        <ConfirmButton
          action={remove}
          values={{ classId, categoryId: category.id }}
          look="danger"
          label={`Remove category ${category.name}`}
          title={`Remove category ${category.name}?`}
          consequences={
            <p>What is in it goes into no category and no longer counts. Grades themselves stay.</p>
          }
          confirm="Remove"
        >
          Remove
        </ConfirmButton>
      </div>
    </li>
  );
}

type MoveButtonProps = {
  classId: string;
  category: NamedCategory;
  move: FormAction;
  direction: "up" | "down";
  off: boolean;
};

function MoveButton({ classId, category, move, direction, off }: MoveButtonProps) {
  if (off) return null;
  const Icon = direction === "up" ? ArrowUp : ArrowDown;
  return (
    <ActionButton
      action={move}
      values={{ classId, categoryId: category.id, direction }}
      label={`Move ${category.name} ${direction}`}
    >
      <Icon aria-hidden className="size-4" />
    </ActionButton>
  );
}

type CategoryFormProps = {
  id: string;
  values: Record<string, string>;
  initial: Pick<NamedCategory, "name" | "weight" | "dropLowest">;
  /** Once it is another, the fields start anew. */
  stored: string | number;
  save: FormAction;
  button: string;
  weightHint: string;
};

function CategoryForm(props: CategoryFormProps) {
  const { id, values, initial, stored, save, button, weightHint } = props;
  const { state, pending, form, errorsOf } = useActionForm(save, { status: "idle" });
  return (
    <form {...form} className="flex flex-col gap-2">
      <HiddenFields values={values} />
      <div key={stored} className="grid items-start gap-3 sm:grid-cols-2">
        <TextField
          id={`category-name-${id}`}
          name="name"
          label="Name"
          maxLength={60}
          defaultValue={initial.name}
          errors={errorsOf("name")}
          fieldClassName="sm:col-span-2"
        />
        <TextField
          id={`category-weight-${id}`}
          name="weight"
          label="Weight"
          inputMode="decimal"
          defaultValue={initial.weight}
          hint={weightHint}
          errors={errorsOf("weight")}
        />
        <TextField
          id={`category-drop-${id}`}
          name="dropLowest"
          label="Leave out the lowest"
          inputMode="numeric"
          defaultValue={initial.dropLowest}
          errors={errorsOf("dropLowest")}
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" disabled={pending}>
          {button}
        </Button>
        <FormMessage
          error={formFailure(state)}
          done={state.status === "done" && button === "Save" ? "Saved." : null}
        />
      </div>
    </form>
  );
}
