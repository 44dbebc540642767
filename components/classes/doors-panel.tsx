import { ConfirmButton } from "@/components/form/confirm-button";
import { ActionButton } from "@/components/form/action-button";
import type { FormAction } from "@/components/form/form-action";
import { CopyButton } from "@/components/ui/copy-button";
import { showJoinCode } from "@/lib/domain/classes/join-code";

type DoorsPanelProps = {
  classId: string;
  doors: { code: string | null; link: string | null };
  renew: FormAction;
  close: FormAction;
};

/** How students get in: the code to be typed and the link to be sent. */
export function DoorsPanel({ classId, doors, renew, close }: DoorsPanelProps) {
  const shared = { classId, renew, close };
  return (
    <section aria-labelledby="doors" className="flex flex-col gap-4">
      <div>
        <h2 id="doors" className="text-lg font-semibold">
          Let people in
        </h2>
        <p className="text-sm text-muted">Whoever has the code or the link joins as a student.</p>
      </div>
      <div className="grid gap-3 md:grid-cols-2">
        <DoorCard
          door="code"
          name="Code"
          value={doors.code === null ? null : showJoinCode(doors.code)}
          {...shared}
        />
        <DoorCard door="link" name="Invite link" value={doors.link} {...shared} />
      </div>
    </section>
  );
}

type DoorCardProps = {
  door: "code" | "link";
  name: string;
  value: string | null;
  classId: string;
  renew: FormAction;
  close: FormAction;
};

function DoorCard(props: DoorCardProps) {
  const { door, name, value, classId, renew } = props;
  return (
    <div className="flex min-w-0 flex-col gap-3 rounded-xl border border-line bg-surface p-4">
      <p className="text-sm font-medium text-muted">{name}</p>
      {value === null ? (
        <>
          <p className="text-muted">Closed: nobody joins by it.</p>
          <ActionButton
            action={renew}
            values={{ classId, door }}
            label={`Open a ${name.toLowerCase()}`}
          >
            Open
          </ActionButton>
        </>
      ) : (
        <OpenDoor {...props} value={value} />
      )}
    </div>
  );
}

function OpenDoor(props: DoorCardProps & { value: string }) {
  const { door, name, value, classId, renew, close } = props;
  const values = { classId, door };
  const lower = name.toLowerCase();
  return (
    <>
      <p
        className={`font-mono break-all ${door === "code" ? "text-2xl tracking-wider" : "text-sm"}`}
      >
        {value}
      </p>
      <div className="mt-auto flex flex-wrap gap-2">
        <CopyButton text={value} label={`Copy the ${lower}`} />
        <ConfirmButton
          action={renew}
          values={values}
          look="quiet"
          label={`Replace the ${lower}`}
          title={`Replace the ${lower}?`}
          consequences={
            <p>
              There will be a new one, and this one stops working at once. Who is in the class stays
              in.
            </p>
          }
          confirm="Replace"
        >
          Replace
        </ConfirmButton>
        <ConfirmButton
          action={close}
          values={values}
          look="quiet"
          label={`Close the ${lower}`}
          title={`Close the ${lower}?`}
          consequences={
            <p>
              It stops working at once, and nobody joins by it until you open a new one. Who is in
              the class stays in.
            </p>
          }
          confirm="Close"
        >
          Close
        </ConfirmButton>
      </div>
    </>
  );
}
