"use client";

import {
  AccommodationForm,
  type AccommodationEffect,
} from "@/components/classes/accommodation-form";
import { ROLE_NAMES } from "@/components/classes/class-words";
import type { RosterRow } from "@/components/classes/roster-row";
import { ConfirmButton } from "@/components/form/confirm-button";
import type { FormAction } from "@/components/form/form-action";
import { HiddenFields } from "@/components/form/hidden-fields";
import { useActionForm } from "@/components/form/use-action-form";
import { SaveRow } from "@/components/settings/study-settings-form";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select";
import { CLASS_ROLES } from "@/lib/domain/access/class-access";

export type MemberDialogProps = {
  classId: string;
  member: RosterRow;
  sections: readonly { id: string; name: string }[];
  mayRun: boolean;
  mayAdmit: boolean;
  change: FormAction;
  accommodate: FormAction<AccommodationEffect>;
  remove: FormAction;
  onClose: () => void;
};

/** A person's place in the class, what is granted to them, and their removal. */
export function MemberDialog(props: MemberDialogProps) {
  const { classId, member, mayRun, accommodate, remove, onClose } = props;
  const values = { classId, userId: member.userId };
  return (
    <Dialog open onClose={onClose} title={member.name}>
      <div className="flex flex-col gap-6">
        <PlaceForm {...props} />
        {mayRun && member.role === "student" ? (
          <AccommodationForm values={values} current={member.accommodation} save={accommodate} />
        ) : null}
        <div className="border-t border-line pt-5">
          <ConfirmButton
            action={remove}
            values={values}
            look="danger"
            title={`Remove ${member.name} from the class?`}
            consequences={
              <>
                <p>They no longer see the class and what it assigns.</p>
                <p>
                  Their attempts and grades stay. When they come back, what was granted to them is
                  granted again.
                </p>
              </>
            }
            confirm="Remove"
          >
            Remove from the class
          </ConfirmButton>
        </div>
      </div>
    </Dialog>
  );
}

function PlaceForm({ classId, member, sections, mayRun, change }: MemberDialogProps) {
  const { state, pending, form, errorsOf } = useActionForm(change, { status: "idle" });
  const { userId, role, sectionId, studentNumber } = member;
  return (
    <form {...form} className="flex flex-col gap-4">
      <HiddenFields values={{ classId, userId }} />
      <SelectField
        id="member-role"
        name="role"
        label="Role"
        defaultValue={role}
        hint="Assistants mark and see results. Instructors also change dates, keys and the roster."
        errors={errorsOf("role")}
      >
        {CLASS_ROLES.map((one) => (
          <option key={one} value={one}>
            {ROLE_NAMES[one]}
          </option>
        ))}
      </SelectField>
      {mayRun ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            id="member-section"
            name="sectionId"
            label="Section"
            defaultValue={sectionId ?? ""}
            errors={errorsOf("sectionId")}
          >
            <option value="">None</option>
            {sections.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <TextField
            id="member-number"
            name="studentNumber"
            label="Student number"
            maxLength={40}
            defaultValue={studentNumber ?? ""}
            errors={errorsOf("studentNumber")}
          />
        </div>
      ) : (
        <HiddenFields values={{ sectionId: "", studentNumber: "" }} />
      )}
      <SaveRow state={state} pending={pending} />
    </form>
  );
}
