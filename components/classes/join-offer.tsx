import { ROLE_NAMES } from "@/components/classes/class-words";
import { ActionButton } from "@/components/form/action-button";
import type { FormAction } from "@/components/form/form-action";
import { LinkButton } from "@/components/ui/button";
import type { ClassRole } from "@/lib/domain/access/class-access";

type JoinOfferProps = {
  view: {
    className: string;
    personal: { name: string; email: string; role: ClassRole } | null;
    state: "open" | "member" | "used";
  };
  token: string;
  /** Where to come back to after signing in or up. */
  path: string;
  /** Null for visitors and guests. */
  person: { name: string; email: string } | null;
  isGuest: boolean;
  join: FormAction;
};

/** One button for whoever is signed in; for others the way there and back. */
export function JoinOffer({ view, token, path, person, isGuest, join }: JoinOfferProps) {
  const { className, personal, state } = view;
  if (state === "used") {
    return <p>This personal link has been used already. Ask whoever sent it for another.</p>;
  }
  return (
    <>
      {personal ? (
        <p>
          This link is for <strong>{personal.name || personal.email}</strong>
          {personal.role === "student" ? "" : `, as ${ROLE_NAMES[personal.role].toLowerCase()}`}. It
          works once.
        </p>
      ) : null}
      {person ? (
        <>
          <p className="text-sm text-muted">
            You join as {person.name} ({person.email}). Those who teach the class will see your
            name, your email and your work for the class.
          </p>
          <ActionButton action={join} values={{ token }} look="primary" size="large">
            Join {className}
          </ActionButton>
        </>
      ) : (
        <SignUpFirst path={path} isGuest={isGuest} />
      )}
    </>
  );
}

function SignUpFirst({ path, isGuest }: { path: string; isGuest: boolean }) {
  const next = encodeURIComponent(path);
  return (
    <>
      <p className="text-muted">
        {isGuest
          ? "A class needs to know whose answers are whose. Sign up first: every answer you gave as a guest stays yours."
          : "Sign up, or sign in when you have an account. You come back here."}
      </p>
      <div className="flex flex-wrap gap-2">
        <LinkButton href={`/sign-up?next=${next}`} look="primary" size="large">
          Sign up
        </LinkButton>
        <LinkButton href={`/sign-in?next=${next}`} size="large">
          Sign in
        </LinkButton>
      </div>
    </>
  );
}
