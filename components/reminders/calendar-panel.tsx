import { ActionButton } from "@/components/form/action-button";
import { ConfirmButton } from "@/components/form/confirm-button";
import type { FormAction } from "@/components/form/form-action";
import { CopyButton } from "@/components/ui/copy-button";
import { LocalTime } from "@/components/ui/local-time";

export type CalendarRow = {
  /** Null when it cannot be shown again. */
  address: string | null;
  createdAt: string;
  lastReadAt: string | null;
};

type CalendarPanelProps = { calendar: CalendarRow | null; renew: FormAction; revoke: FormAction };

/** The secret address that a calendar program subscribes to. */
export function CalendarPanel({ calendar, renew, revoke }: CalendarPanelProps) {
  return (
    <section aria-labelledby="calendar-title" className="flex flex-col gap-4">
      <h3 id="calendar-title" className="font-medium">
        Calendar
      </h3>
      <p className="text-sm text-muted">
        A calendar to subscribe to, in Google Calendar, Outlook, Apple Calendar or Thunderbird: the
        reviews due on each of the next 30 days, your exam, and when assignments are due. Whoever
        knows the address can read it, and nothing else.
      </p>
      {calendar === null ? (
        <ActionButton action={renew} values={{}} size="medium">
          Make an address
        </ActionButton>
      ) : (
        <CalendarAddress calendar={calendar} renew={renew} revoke={revoke} />
      )}
    </section>
  );
}

type CalendarAddressProps = { calendar: CalendarRow; renew: FormAction; revoke: FormAction };

function CalendarAddress({ calendar, renew, revoke }: CalendarAddressProps) {
  const { address, createdAt, lastReadAt } = calendar;
  return (
    <div className="flex flex-col gap-3 rounded-xl border border-line bg-surface p-4">
      {address === null ? (
        <p className="text-sm">
          It works, but cannot be shown again: the server’s secret has changed since it was made.
          Make a new one to see it.
        </p>
      ) : (
        <p data-testid="calendar-address" className="font-mono text-sm break-all">
          {address}
        </p>
      )}
      <CalendarUse createdAt={createdAt} lastReadAt={lastReadAt} />
      <div className="flex flex-wrap gap-2">
        {address === null ? null : (
          <CopyButton text={address} label="Copy the calendar’s address" />
        )}
        <ConfirmButton
          action={renew}
          values={{}}
          look="quiet"
          label="Replace the calendar’s address"
          title="Replace the address?"
          consequences={
            <p>
              There will be a new one, and this one stops working at once: calendars that subscribe
              to it need the new address.
            </p>
          }
          confirm="Replace"
        >
          Replace
        </ConfirmButton>
        <ConfirmButton
          action={revoke}
          values={{}}
          look="quiet"
          label="Revoke the calendar’s address"
          title="Revoke the address?"
          consequences={
            <p>It stops working at once. Calendars that subscribe to it show nothing new.</p>
          }
          confirm="Revoke"
        >
          Revoke
        </ConfirmButton>
      </div>
    </div>
  );
}

const CalendarUse = ({ createdAt, lastReadAt }: Omit<CalendarRow, "address">) => (
  <p className="text-sm text-muted">
    Made <LocalTime at={createdAt} />.{" "}
    {lastReadAt === null ? (
      "No calendar has read it yet."
    ) : (
      <>
        Last read <LocalTime at={lastReadAt} />.
      </>
    )}
  </p>
);
