import type { FormAction } from "@/components/form/form-action";
import { CalendarPanel, type CalendarRow } from "@/components/reminders/calendar-panel";
import { DigestForm } from "@/components/reminders/digest-form";
import { LinkButton } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";

type RemindersPanelProps = {
  account: {
    email: string;
    digest: { dailyDigest: boolean; digestHour: number };
    calendar: CalendarRow | null;
  } | null;
  isMailOn: boolean;
  timeZone: string;
  saveDigest: FormAction;
  renewCalendar: FormAction;
  revokeCalendar: FormAction;
};

/** What reaches a learner who is not here: the digest, the calendar, notices by email. */
export function RemindersPanel(props: RemindersPanelProps) {
  const { account, isMailOn, timeZone, saveDigest, renewCalendar, revokeCalendar } = props;
  if (account === null) return <GuestNote />;
  const { email, digest, calendar } = account;
  return (
    <div className="flex flex-col gap-8">
      <DigestForm {...{ email, digest, timeZone, isMailOn }} save={saveDigest} />
      <CalendarPanel calendar={calendar} renew={renewCalendar} revoke={revokeCalendar} />
      <p className="text-sm text-muted">
        Which notices come by email is chosen under <TextLink href="#notices">Notices</TextLink>.
      </p>
    </div>
  );
}

const GuestNote = () => (
  <div className="flex flex-col items-start gap-3">
    <p className="text-sm text-muted">
      Reminders need an account: an address to write to, and a way back to this page from any
      device, to stop them. As a guest you have neither. Signing up keeps all you have done.
    </p>
    <LinkButton href="/sign-up">Sign up</LinkButton>
  </div>
);
