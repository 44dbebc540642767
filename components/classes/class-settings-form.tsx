"use client";

import { ClassFields } from "@/components/classes/class-fields";
import type { FormAction } from "@/components/form/form-action";
import { HiddenFields } from "@/components/form/hidden-fields";
import { useActionForm } from "@/components/form/use-action-form";
import { SaveRow } from "@/components/settings/study-settings-form";

type ClassSettingsFormProps = {
  head: { id: string; name: string; description: string; timeZone: string; revision: number };
  timeZones: readonly string[];
  save: FormAction;
};

export function ClassSettingsForm({ head, timeZones, save }: ClassSettingsFormProps) {
  const { state, pending, form, errorsOf } = useActionForm(save, { status: "idle" });
  return (
    <form {...form} className="flex flex-col gap-5">
      <HiddenFields values={{ classId: head.id, revision: head.revision }} />
      <ClassFields initial={head} timeZones={timeZones} errorsOf={errorsOf} />
      <SaveRow state={state} pending={pending} />
    </form>
  );
}
