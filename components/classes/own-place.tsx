import { accommodationWords } from "@/components/classes/class-words";
import { ConfirmButton } from "@/components/form/confirm-button";
import { ShareStudy } from "@/components/classes/share-study";
import type { FormAction } from "@/components/form/form-action";
import { counted } from "@/components/ui/counted";
import type { Accommodation } from "@/lib/domain/quizzes/attempt-window";

type OwnPlaceProps = {
  classId: string;
  className: string;
  own: {
    section: string | null;
    accommodation: Accommodation;
    attempts: number;
    /** Null where there is nobody to share it with: for staff. */
    sharesStudy: boolean | null;
  };
  leave: FormAction;
  share: FormAction;
};

/** What the class knows of the reader, and the way out. */
export function OwnPlace({ classId, className, own, leave, share }: OwnPlaceProps) {
  const granted = accommodationWords(own.accommodation);
  return (
    <section aria-labelledby="own-place" className="flex flex-col gap-3 border-t border-line pt-6">
      <h2 id="own-place" className="text-lg font-semibold">
        Your place
      </h2>
      {own.section === null && granted === null ? null : (
        <dl className="grid max-w-xl grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-sm">
          {own.section === null ? null : (
            <>
              <dt className="text-muted">Section</dt>
              <dd>{own.section}</dd>
            </>
          )}
          {granted === null ? null : (
            <>
              <dt className="text-muted">Granted to you</dt>
              <dd>{granted}, for everything that is assigned here</dd>
            </>
          )}
        </dl>
      )}
      {own.sharesStudy === null ? null : (
        <ShareStudy classId={classId} isShared={own.sharesStudy} share={share} />
      )}
      <div>
        <ConfirmButton
          action={leave}
          values={{ classId }}
          title={`Leave ${className}?`}
          consequences={
            <>
              <p>You no longer see the class and what it assigns.</p>
              <p>
                {own.attempts === 0
                  ? "Your study and its reviews stay yours."
                  : `${counted(own.attempts, "attempt")} and their grades stay with the class. Your study and its reviews stay yours.`}
              </p>
            </>
          }
          confirm="Leave"
          look="danger"
        >
          Leave the class
        </ConfirmButton>
      </div>
    </section>
  );
}
