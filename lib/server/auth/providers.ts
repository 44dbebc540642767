import type { Provider } from "next-auth/providers/index";
import CredentialsProvider from "next-auth/providers/credentials";
import GitHubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import { z } from "zod";

import { EmailSchema } from "@/lib/domain/access/account-input";
import { findActor } from "@/lib/server/auth/actor";
import { clientAddress } from "@/lib/server/client-address";
import { currentTime } from "@/lib/server/clock";
import type { SessionClaims } from "@/lib/server/db/people";
import { AppError } from "@/lib/server/errors";
import { joinGuest } from "@/lib/server/services/join-guest";
import { signInWithPassword } from "@/lib/server/services/sign-in";
import { startAsGuest } from "@/lib/server/services/start-as-guest";

const PasswordSignInSchema = z.object({ email: EmailSchema, password: z.string().min(1).max(200) });

/** How next-auth hands over a Node request's headers. */
type PlainRequest = { headers?: Record<string, string | string[] | undefined> };

const headersOf = (request: PlainRequest) => ({
  get(name: string) {
    const value = request.headers?.[name];
    return (Array.isArray(value) ? value.join(",") : value) ?? null;
  },
});

/**
 * The text of an error thrown in `authorize` ends up in the page's address, so only
 * this one word ever does.
 */
const THROTTLED = "throttled";

async function orThrottled(signIn: () => Promise<SessionClaims | null>) {
  try {
    const claims = await signIn();
    return claims && { id: claims.userId, sessionVersion: claims.sessionVersion };
  } catch (error) {
    if (error instanceof AppError && error.code === "throttled") throw new Error(THROTTLED);
    throw error;
  }
}

const password = CredentialsProvider({
  id: "password",
  credentials: { email: { type: "email" }, password: { type: "password" } },
  authorize(credentials, request) {
    const input = PasswordSignInSchema.safeParse(credentials);
    if (!input.success) return null;
    const headers = headersOf(request);
    return orThrottled(async () => {
      const address = clientAddress(headers);
      const claims = await signInWithPassword({ ...input.data, address });
      if (claims) await joinGuest(await findActor(), claims.userId, currentTime(headers));
      return claims;
    });
  },
});

const guest = CredentialsProvider({
  id: "guest",
  credentials: {},
  authorize(_credentials, request) {
    const headers = headersOf(request);
    return orThrottled(() => startAsGuest(clientAddress(headers), currentTime(headers)));
  },
});

const EmailsSchema = z.array(
  z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }),
);

/** GitHub's profile may carry an address nobody confirmed; its list says which are confirmed. */
async function verifiedGitHubEmail(accessToken: string): Promise<string | null> {
  const response = await fetch("https://api.github.com/user/emails", {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  const emails = EmailsSchema.safeParse(await response.json());
  const usable = emails.data?.find((entry) => entry.primary && entry.verified);
  return usable?.email ?? null;
}

function outsideProviders(): Provider[] {
  const providers: Provider[] = [];
  const github = clientOf("GITHUB");
  if (github) providers.push(GitHubProvider(github));
  const google = clientOf("GOOGLE");
  if (google) providers.push(GoogleProvider(google));
  return providers;
}

function clientOf(prefix: "GITHUB" | "GOOGLE") {
  const clientId = process.env[`${prefix}_CLIENT_ID`];
  const clientSecret = process.env[`${prefix}_CLIENT_SECRET`];
  return clientId && clientSecret ? { clientId, clientSecret } : null;
}

export const signInProviders = (): Provider[] => [password, guest, ...outsideProviders()];

/** What the sign-in page offers beside email and password. */
export const listOutsideProviders = (): { id: string; name: string }[] =>
  outsideProviders().map(({ id, name }) => ({ id, name }));

/** The email that GitHub or Google vouches for, or null. */
export async function vouchedEmail(
  provider: string,
  profile: { email?: string; email_verified?: boolean } | undefined,
  accessToken: string | undefined,
): Promise<string | null> {
  if (provider === "github") return accessToken ? verifiedGitHubEmail(accessToken) : null;
  return profile?.email && profile.email_verified === true ? profile.email : null;
}
