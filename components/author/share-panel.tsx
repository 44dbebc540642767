import { ActionButton } from "@/components/form/action-button";
import { ConfirmButton } from "@/components/form/confirm-button";
import type { FormAction } from "@/components/form/form-action";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";

type Share = { id: string; name: string; students: number; shared: boolean };

type SharePanelProps = {
  bankId: string;
  shares: readonly Share[];
  share: FormAction;
  unshare: FormAction;
};

/** Classes whose members may study the bank. */
export function SharePanel({ bankId, shares, share, unshare }: SharePanelProps) {
  return (
    <section aria-labelledby="sharing" className="flex flex-col gap-3">
      <div>
        <h2 id="sharing" className="text-lg font-semibold">
          Who may study it
        </h2>
        <p className="max-w-2xl text-muted">
          You, and everybody in the classes it is shared with. Quizzes of yours may ask its
          questions in any class, shared or not.
        </p>
      </div>
      {shares.length === 0 ? (
        <p className="text-muted">
          You teach no class yet. <TextLink href="/classes">Open one</TextLink> to share the bank
          with it.
        </p>
      ) : (
        <ul className="flex max-w-2xl flex-col divide-y divide-line rounded-lg border border-line">
          {shares.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-3 px-4 py-2.5">
              <span className="min-w-0 flex-1">
                <span className="font-medium break-words">{one.name}</span>{" "}
                <span className="text-sm whitespace-nowrap text-muted">
                  {one.students === 1 ? "1 student" : `${one.students} students`}
                </span>
              </span>
              {one.shared ? <Badge tone="good">Shared</Badge> : null}
              <ShareButton bankId={bankId} one={one} share={share} unshare={unshare} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type ShareButtonProps = Omit<SharePanelProps, "shares"> & { one: Share };

function ShareButton({ bankId, one, share, unshare }: ShareButtonProps) {
  const values = { bankId, classId: one.id };
  if (!one.shared) {
    return (
      <ActionButton action={share} values={values} label={`Share with ${one.name}`}>
        Share
      </ActionButton>
    );
  }
  return (
    <ConfirmButton
      action={unshare}
      values={values}
      look="quiet"
      label={`Stop sharing with ${one.name}`}
      title={`Stop sharing with ${one.name}?`}
      consequences={
        <p>
          Its questions leave the queues and lists of this class at once. What its students remember
          of them is kept, and counts again when you share it again.
        </p>
      }
      confirm="Stop sharing"
    >
      Stop sharing
    </ConfirmButton>
  );
}
