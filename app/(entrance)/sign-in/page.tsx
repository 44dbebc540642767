import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { AccountCard } from "@/components/account/account-card";
import { OutsideProviders } from "@/components/account/outside-providers";
import { SignInForm } from "@/components/account/sign-in-form";
import { StartAsGuest } from "@/components/account/start-as-guest";
import { TextLink } from "@/components/ui/text-link";
import { returnPath } from "@/lib/domain/access/return-path";
import { findActor } from "@/lib/server/auth/actor";
import { listOutsideProviders } from "@/lib/server/auth/providers";

import { adoptTimeZoneAction } from "../actions";

export const metadata: Metadata = { title: "Sign in" };

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** What an outside provider's refusal means; its details are nobody's business here. */
const problemOf = (error: string | undefined) =>
  error === undefined ? null : "Signing in that way did not work. Try again, or use your password.";

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, error } = await searchParams;
  const to = returnPath(one(next));
  const actor = await findActor();
  if (actor && !actor.isGuest) redirect(to);
  return (
    <AccountCard
      title="Sign in"
      intro={
        actor
          ? "What you did as a guest comes along into your account."
          : "Go on where you stopped, on any device."
      }
      footer={
        <>
          New here? <TextLink href={`/sign-up?next=${encodeURIComponent(to)}`}>Sign up</TextLink>
        </>
      }
    >
      <OutsideProviders providers={listOutsideProviders()} to={to} />
      <SignInForm to={to} problem={problemOf(one(error))} />
      {actor ? null : (
        <div className="flex flex-col gap-3 border-t border-line pt-5">
          <p className="text-sm text-muted">
            No account yet? Study as a guest and sign up whenever you like: everything is kept.
          </p>
          <StartAsGuest
            label="Study as a guest"
            to={to}
            look="plain"
            adoptTimeZone={adoptTimeZoneAction}
          />
        </div>
      )}
    </AccountCard>
  );
}
