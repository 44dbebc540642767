"use client";

import { SearchX } from "lucide-react";

import { ROLE_NAMES } from "@/components/admin/people-filter";
import { RoleForm } from "@/components/admin/role-form";
import { ActionButton } from "@/components/form/action-button";
import { ConfirmButton } from "@/components/form/confirm-button";
import type { FormAction } from "@/components/form/form-action";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LocalTime } from "@/components/ui/local-time";
import { Table } from "@/components/ui/table";
import type { Role } from "@/lib/domain/access/actor";

export type Person = {
  id: string;
  name: string;
  email: string;
  role: Role;
  isDisabled: boolean;
  createdAt: string;
  isSelf: boolean;
};

type Actions = { changeRole: FormAction; disable: FormAction; enable: FormAction };

export function PeopleTable({ people, ...actions }: Actions & { people: readonly Person[] }) {
  if (people.length === 0) {
    return (
      <EmptyState
        icon={SearchX}
        title="Nobody is like that"
        action={<LinkButton href="/admin">Show everybody</LinkButton>}
      >
        Try a part of the name or of the email.
      </EmptyState>
    );
  }
  return (
    <Table caption="People" head={["Name", "Email", "Since", "Role", "Account"]}>
      {people.map((person) => (
        <PersonRow key={`${person.id} ${person.role}`} person={person} {...actions} />
      ))}
    </Table>
  );
}

function PersonRow({ person, changeRole, disable, enable }: Actions & { person: Person }) {
  const { id, name, email, role, isDisabled, createdAt, isSelf } = person;
  return (
    <tr>
      <th scope="row" className="text-start font-medium">
        <span className="flex flex-wrap items-center gap-2">
          {name}
          {isSelf ? <Badge>You</Badge> : null}
          {isDisabled ? <Badge tone="bad">Disabled</Badge> : null}
        </span>
      </th>
      <td className="text-muted">{email}</td>
      <td className="whitespace-nowrap text-muted">
        <LocalTime at={createdAt} />
      </td>
      <td>
        <RoleForm id={id} name={name} role={role} change={changeRole} />
      </td>
      <td className="text-end">
        <div className="flex justify-end">
          {isDisabled ? (
            <ActionButton action={enable} values={{ userId: id }} label={`Enable ${name}`}>
              Enable
            </ActionButton>
          ) : (
            <ConfirmButton
              action={disable}
              values={{ userId: id }}
              look="danger"
              label={`Disable ${name}`}
              title={`Disable ${name}?`}
              consequences={
                <>
                  <p>
                    {isSelf ? "You are" : "They are"} signed out everywhere at once and cannot sign
                    in any more.
                  </p>
                  <p>
                    Everything of this {ROLE_NAMES[role].toLowerCase()} stays. You can enable the
                    account again.
                  </p>
                </>
              }
              confirm="Disable"
            >
              Disable
            </ConfirmButton>
          )}
        </div>
      </td>
    </tr>
  );
}
