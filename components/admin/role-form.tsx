"use client";

import { useState } from "react";

import { ROLE_NAMES } from "@/components/admin/people-filter";
import { ConfirmButton } from "@/components/form/confirm-button";
import type { FormAction } from "@/components/form/form-action";
import { Select } from "@/components/ui/select";
import { ROLES, type Role } from "@/lib/domain/access/actor";

type RoleFormProps = { id: string; name: string; role: Role; change: FormAction };

const MEANING: Record<Role, string> = {
  learner: "A learner studies and joins classes. Classes and banks that they run stay theirs.",
  instructor: "An instructor may also open classes, build quizzes and write banks.",
  admin: "An admin may do everything here: give roles, disable accounts and see every class.",
};

/** Another role is chosen, then confirmed. */
export function RoleForm({ id, name, role, change }: RoleFormProps) {
  const [wanted, setWanted] = useState<Role>(role);
  return (
    <div className="flex items-center gap-2">
      <span className="w-34">
        <Select
          compact
          aria-label={`Role of ${name}`}
          value={wanted}
          onChange={(event) => {
            setWanted(ROLES.find((one) => one === event.target.value) ?? role);
          }}
        >
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {ROLE_NAMES[one]}
            </option>
          ))}
        </Select>
      </span>
      {wanted === role ? null : (
        <ConfirmButton
          action={change}
          values={{ userId: id, role: wanted }}
          label={`Change the role of ${name}`}
          title={`Make ${name} ${wanted === "learner" ? "a" : "an"} ${wanted}?`}
          consequences={<p>{MEANING[wanted]} It acts at once.</p>}
          confirm="Change the role"
        >
          Change
        </ConfirmButton>
      )}
    </div>
  );
}
