import { ActionButton } from "@/components/form/action-button";
import { ConfirmButton } from "@/components/form/confirm-button";
import type { FormAction } from "@/components/form/form-action";

type InvitationsProps = {
  invitations: readonly { classId: string; className: string; description: string }[];
  accept: FormAction;
  decline: FormAction;
};

/** Classes that expect the address of this account. */
export function Invitations({ invitations, accept, decline }: InvitationsProps) {
  return (
    <section aria-labelledby="invitations" className="flex flex-col gap-3">
      <h2 id="invitations" className="text-lg font-semibold">
        Invitations
      </h2>
      <ul className="flex flex-col gap-3">
        {invitations.map(({ classId, className, description }) => (
          <li
            key={classId}
            className="flex flex-wrap items-center justify-between gap-4 rounded-xl border border-accent-line bg-accent-soft p-4"
          >
            <div className="min-w-0">
              <p className="font-semibold">{className}</p>
              {description === "" ? null : (
                <p className="line-clamp-2 max-w-xl text-sm text-muted">{description}</p>
              )}
            </div>
            <div className="flex gap-2">
              <ActionButton
                action={accept}
                values={{ classId }}
                look="primary"
                label={`Join ${className}`}
              >
                Join
              </ActionButton>
              <ConfirmButton
                action={decline}
                values={{ classId }}
                look="quiet"
                label={`Decline ${className}`}
                title={`Decline ${className}?`}
                consequences={
                  <p>
                    The invitation goes away, and its instructors see that you declined. A link that
                    they send you still works.
                  </p>
                }
                confirm="Decline"
              >
                Decline
              </ConfirmButton>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
