"use client";

import { useState } from "react";

import { accommodationWords, ROLE_NAMES } from "@/components/classes/class-words";
import { MemberDialog, type MemberDialogProps } from "@/components/classes/member-dialog";
import type { RosterRow } from "@/components/classes/roster-row";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/field";
import { Table } from "@/components/ui/table";

type MemberTableProps = Omit<MemberDialogProps, "member" | "onClose"> & {
  members: readonly RosterRow[];
};

/** Few enough to be looked through without a search. */
const FEW = 10;

export function MemberTable({ members, ...rest }: MemberTableProps) {
  const [text, setText] = useState("");
  const [editing, setEditing] = useState<string | null>(null);
  const shown = matching(members, text);
  const member = members.find(({ userId }) => userId === editing);
  const mayEdit = rest.mayRun || rest.mayAdmit;
  return (
    <>
      {members.length > FEW ? <SearchField text={text} change={setText} /> : null}
      <Table
        caption="People in the class"
        head={[
          "Name",
          "Email",
          "Role",
          "Section",
          "Number",
          "Granted",
          ...(mayEdit ? ["Change"] : []),
        ]}
      >
        {shown.map((row) => (
          <MemberRow
            key={row.userId}
            row={row}
            edit={
              mayEdit
                ? () => {
                    setEditing(row.userId);
                  }
                : null
            }
          />
        ))}
      </Table>
      {shown.length === 0 ? <p className="text-muted">Nobody in the roster is like that.</p> : null}
      {member ? (
        <MemberDialog
          {...rest}
          member={member}
          onClose={() => {
            setEditing(null);
          }}
        />
      ) : null}
    </>
  );
}

function matching(members: readonly RosterRow[], text: string): RosterRow[] {
  const wanted = text.trim().toLowerCase();
  return members.filter(({ name, email, section, studentNumber }) =>
    [name, email, section, studentNumber].some((part) => part?.toLowerCase().includes(wanted)),
  );
}

const SearchField = ({ text, change }: { text: string; change: (text: string) => void }) => (
  <input
    type="search"
    aria-label="Find in the roster"
    placeholder="Find by name, email, section or number"
    value={text}
    onChange={(event) => {
      change(event.target.value);
    }}
    className={`${CONTROL} h-10 max-w-sm`}
  />
);

function MemberRow({ row, edit }: { row: RosterRow; edit: (() => void) | null }) {
  return (
    <tr>
      <th scope="row" className="text-start font-medium whitespace-nowrap">
        {row.name}
      </th>
      <td className="text-muted">{row.email}</td>
      <td>
        <Badge tone={row.role === "student" ? "neutral" : "accent"}>{ROLE_NAMES[row.role]}</Badge>
      </td>
      <td>{row.section ?? "–"}</td>
      <td className="tabular-nums">{row.studentNumber ?? "–"}</td>
      <td>{accommodationWords(row.accommodation) ?? "–"}</td>
      {edit ? (
        <td className="text-end">
          <Button size="small" onClick={edit} aria-label={`Change ${row.name}`}>
            Change
          </Button>
        </td>
      ) : null}
    </tr>
  );
}
