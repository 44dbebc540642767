import { UserRoundPlus } from "lucide-react";

import { ROLE_NAMES } from "@/components/classes/class-words";
import { ConfirmButton } from "@/components/form/confirm-button";
import type { FormAction } from "@/components/form/form-action";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import type { ClassRole } from "@/lib/domain/access/class-access";

type Waiting = {
  email: string;
  name: string;
  role: ClassRole;
  section: string | null;
  declined: boolean;
  link: string | null;
};

type WaitingTableProps = {
  classId: string;
  waiting: readonly Waiting[];
  mayRun: boolean;
  withdraw: FormAction;
};

/** Who is on the roster and has not come yet. */
export function WaitingTable({ classId, waiting, mayRun, withdraw }: WaitingTableProps) {
  return (
    <section aria-labelledby="expected" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="expected" className="text-lg font-semibold">
          Expected ({waiting.length})
        </h2>
        {mayRun && waiting.length > 0 ? (
          <a
            href={`/api/v1/classes/${classId}/claim-links`}
            download
            className="inline-flex h-8 items-center rounded-md border border-edge/60 bg-surface px-2.5 text-sm font-medium shadow-low hover:border-edge hover:bg-sunken"
          >
            Download the links as CSV
          </a>
        ) : null}
      </div>
      {waiting.length === 0 ? (
        <NobodyExpected classId={classId} mayRun={mayRun} />
      ) : (
        <>
          <p className="max-w-3xl text-sm text-muted">
            Each has a personal link that takes their place, once. Hand a link only to the person it
            is for. Students who have an account with this address also find an invitation in the
            app.
          </p>
          <Table
            caption="People who are expected"
            head={["Email", "Name", "Role", "Section", "State", ...(mayRun ? ["Link"] : [])]}
          >
            {waiting.map((row) => (
              <WaitingRow
                key={row.email}
                row={row}
                classId={classId}
                withdraw={mayRun ? withdraw : null}
              />
            ))}
          </Table>
        </>
      )}
    </section>
  );
}

type WaitingRowProps = { row: Waiting; classId: string; withdraw: FormAction | null };

function WaitingRow({ row, classId, withdraw }: WaitingRowProps) {
  const { email, name, role, section, declined, link } = row;
  return (
    <tr>
      <th scope="row" className="text-start font-medium">
        {email}
      </th>
      <td>{name || "–"}</td>
      <td>{ROLE_NAMES[role]}</td>
      <td>{section ?? "–"}</td>
      <td>{declined ? <Badge tone="partly">Declined</Badge> : <Badge>Not in yet</Badge>}</td>
      {withdraw ? (
        <td>
          <div className="flex justify-end gap-1">
            {link === null ? null : <CopyButton text={link} label={`Copy the link of ${email}`} />}
            <ConfirmButton
              action={withdraw}
              values={{ classId, email }}
              look="quiet"
              label={`Take ${email} off the roster`}
              title="Take off the roster?"
              consequences={
                <p>
                  The personal link of <strong>{email}</strong> stops working at once.
                </p>
              }
              confirm="Take off"
            >
              Take off
            </ConfirmButton>
          </div>
        </td>
      ) : null}
    </tr>
  );
}

const NobodyExpected = ({ classId, mayRun }: { classId: string; mayRun: boolean }) => (
  <EmptyState
    icon={UserRoundPlus}
    title="Nobody is expected"
    action={
      mayRun ? (
        <LinkButton href={`/classes/${classId}/roster/import`}>Import a list</LinkButton>
      ) : null
    }
  >
    {mayRun
      ? "Import a list of people, and each gets a personal link. Or give out the code of the class."
      : "Everybody on the roster is in the class."}
  </EmptyState>
);
