import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";

import { sessionCookieName, sessionSecret } from "@/lib/server/auth/session-cookie";
import type { SessionClaims } from "@/lib/server/db/people";

/**
 * What the request's session cookie claims, checked for its signature and age but
 * not yet against the database. Null when there is no valid cookie.
 */
export const findSessionClaims = async (): Promise<SessionClaims | null> =>
  claimsOfCookie((await cookies()).get(sessionCookieName())?.value);

/** As `findSessionClaims`, from the cookie's value. */
export async function claimsOfCookie(value: string | undefined): Promise<SessionClaims | null> {
  if (!value) return null;
  const token = await decodeQuietly(value);
  if (!token?.sub || typeof token.sessionVersion !== "number") return null;
  const { sub: userId, sessionVersion, sessionId } = token;
  return { userId, sessionVersion, ...(sessionId === undefined ? {} : { sessionId }) };
}

/** When the person proved last who they are; null when nobody is signed in. */
export async function findSignedInAt(): Promise<Date | null> {
  const value = (await cookies()).get(sessionCookieName())?.value;
  const token = value ? await decodeQuietly(value) : null;
  return typeof token?.signedInAt === "number" ? new Date(token.signedInAt) : null;
}

/** A cookie that was tampered with, or made with another secret, counts as none. */
async function decodeQuietly(value: string) {
  try {
    return await decode({ token: value, secret: sessionSecret() });
  } catch {
    return null;
  }
}
