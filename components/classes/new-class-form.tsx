"use client";

import { useSyncExternalStore } from "react";

import { ClassFields } from "@/components/classes/class-fields";
import { formFailure, type FormAction } from "@/components/form/form-action";
import { FormMessage } from "@/components/form/form-message";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";

const noChanges = () => () => undefined;
const deviceZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

type NewClassFormProps = { timeZones: readonly string[]; create: FormAction };

export function NewClassForm({ timeZones, create }: NewClassFormProps) {
  const { state, pending, form, errorsOf } = useActionForm(create, { status: "idle" });
  const zone = useSyncExternalStore(noChanges, deviceZone, () => "UTC");
  return (
    <form {...form} className="flex max-w-xl flex-col gap-5">
      <ClassFields
        key={zone}
        initial={{ name: "", description: "", timeZone: zone }}
        timeZones={timeZones}
        errorsOf={errorsOf}
      />
      <FormMessage error={formFailure(state)} />
      <Button type="submit" look="primary" disabled={pending} className="self-start">
        {pending ? "Opening…" : "Open the class"}
      </Button>
    </form>
  );
}
