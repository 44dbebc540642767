import { randomUUID } from "node:crypto";
import type { Account, NextAuthOptions, Profile, User } from "next-auth";
import type { JWT } from "next-auth/jwt";
import { headers } from "next/headers";

import { findActor } from "@/lib/server/auth/actor";
import { signInProviders, vouchedEmail } from "@/lib/server/auth/providers";
import {
  servedOverHttps,
  sessionCookieName,
  sessionSecret,
} from "@/lib/server/auth/session-cookie";
import { currentTime } from "@/lib/server/clock";
import { findSessionPerson } from "@/lib/server/db/people";
import { signInWithIdentity } from "@/lib/server/services/sign-in-with-identity";

const NINETY_DAYS_SECONDS = 90 * 24 * 60 * 60;

/**
 * next-auth only proves who someone is and keeps that in a signed cookie. What they
 * may do is read from the database at each request (`findActor`), so nothing but the
 * id and the session's generation is stored in it.
 */
export const authOptions = (): NextAuthOptions => ({
  providers: signInProviders(),
  secret: sessionSecret(),
  session: { strategy: "jwt", maxAge: NINETY_DAYS_SECONDS },
  pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
  cookies: {
    sessionToken: {
      name: sessionCookieName(),
      options: { httpOnly: true, sameSite: "lax", path: "/", secure: servedOverHttps() },
    },
  },
  callbacks: {
    signIn: ({ user, account, profile }) =>
      account?.type === "oauth" ? acceptIdentity(user, account, profile) : true,
    async jwt({ token, user, trigger }) {
      if (trigger === "signIn" || trigger === "signUp") {
        return {
          sub: user.id,
          sessionVersion: user.sessionVersion ?? 0,
          signedInAt: Date.now(),
          sessionId: randomUUID(),
        };
      }
      return renew(token);
    },
    session: ({ session }) => ({ expires: session.expires }),
  },
});

/** Turns the provider's profile into one of our people; a refusal leads back to the sign-in page. */
async function acceptIdentity(user: User, account: Account, profile: Profile | undefined) {
  const claims = await signInWithIdentity(
    await findActor(),
    {
      provider: account.provider,
      providerAccountId: account.providerAccountId,
      verifiedEmail: await vouchedEmail(account.provider, profile, account.access_token),
      name: user.name ?? "",
    },
    currentTime(await headers()),
  );
  if (!claims) return "/sign-in?error=identity";
  // next-auth hands this same object to the jwt callback.
  user.id = claims.userId;
  user.sessionVersion = claims.sessionVersion;
  return true;
}

/** A session that was ended is not prolonged: an empty token is a signed-out one. */
async function renew({ sub, sessionVersion, signedInAt = 0, sessionId = randomUUID() }: JWT) {
  if (!sub || sessionVersion === undefined) return {};
  const person = await findSessionPerson({ userId: sub, sessionVersion });
  return person ? { sub, sessionVersion, signedInAt, sessionId } : {};
}
