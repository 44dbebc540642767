import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { AccountCard } from "@/components/account/account-card";
import { OutsideProviders } from "@/components/account/outside-providers";
import { SignUpForm } from "@/components/account/sign-up-form";
import { TextLink } from "@/components/ui/text-link";
import { returnPath } from "@/lib/domain/access/return-path";
import { findActor } from "@/lib/server/auth/actor";
import { listOutsideProviders } from "@/lib/server/auth/providers";

import { adoptTimeZoneAction, signUpAction } from "../actions";

export const metadata: Metadata = { title: "Sign up" };

export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const { next } = await searchParams;
  const to = returnPath(Array.isArray(next) ? next[0] : next);
  const actor = await findActor();
  if (actor && !actor.isGuest) redirect(to);
  return (
    <AccountCard
      title="Sign up"
      intro={
        actor
          ? "Every answer you gave as a guest stays yours."
          : "Free. An email and a password are all it takes."
      }
      footer={
        <>
          Have an account?{" "}
          <TextLink href={`/sign-in?next=${encodeURIComponent(to)}`}>Sign in</TextLink>
        </>
      }
    >
      <OutsideProviders providers={listOutsideProviders()} to={to} />
      <SignUpForm to={to} signUp={signUpAction} adoptTimeZone={adoptTimeZoneAction} />
    </AccountCard>
  );
}
