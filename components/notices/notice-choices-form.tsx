"use client";

import type { FormAction } from "@/components/form/form-action";
import { useActionForm } from "@/components/form/use-action-form";
import { SaveRow } from "@/components/settings/study-settings-form";
import { SelectField } from "@/components/ui/select";
import {
  DUE_SOON_HOURS,
  NOTICE_KIND_NAMES,
  NOTICE_KINDS,
  type NoticeChoices,
  type NoticeKind,
} from "@/lib/domain/notices/notice-kinds";

type NoticeChoicesFormProps = { choices: NoticeChoices; save: FormAction };

/** Which kinds are told in the app, and which by email too. */
export function NoticeChoicesForm({ choices, save }: NoticeChoicesFormProps) {
  const { state, pending, form, errorsOf } = useActionForm(save, { status: "idle" });
  return (
    <form {...form} className="flex flex-col gap-5">
      <table className="w-full text-sm">
        <caption className="sr-only">What to be told, and how</caption>
        <thead className="text-muted">
          <tr>
            <th scope="col" className="pb-2 text-start font-medium">
              When
            </th>
            <th scope="col" className="w-20 pb-2 font-medium">
              In the app
            </th>
            <th scope="col" className="w-20 pb-2 font-medium">
              By email
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line border-y border-line">
          {NOTICE_KINDS.map((kind) => (
            <tr key={kind}>
              <th scope="row" className="py-2.5 text-start font-normal">
                {NOTICE_KIND_NAMES[kind]}
              </th>
              <Tick name="inApp[]" kind={kind} how="in the app" on={choices.inApp.includes(kind)} />
              <Tick
                name="byEmail[]"
                kind={kind}
                how="by email"
                on={choices.byEmail.includes(kind)}
              />
            </tr>
          ))}
        </tbody>
      </table>
      <SelectField
        id="due-soon-hours"
        name="dueSoonHours"
        label="Due soon means"
        defaultValue={choices.dueSoonHours}
        errors={errorsOf("dueSoonHours")}
        fieldClassName="max-w-56"
      >
        {DUE_SOON_HOURS.map((hours) => (
          <option key={hours} value={hours}>
            {hours} hours before
          </option>
        ))}
      </SelectField>
      <SaveRow state={state} pending={pending} />
    </form>
  );
}

type TickProps = { name: string; kind: NoticeKind; how: string; on: boolean };

const Tick = ({ name, kind, how, on }: TickProps) => (
  <td className="text-center">
    <label className="inline-flex size-9 items-center justify-center">
      <span className="sr-only">
        {NOTICE_KIND_NAMES[kind]}: {how}
      </span>
      <input
        type="checkbox"
        name={name}
        value={kind}
        defaultChecked={on}
        className="size-4.5 accent-accent"
      />
    </label>
  </td>
);
