import { cookies } from "next/headers";
import { decode, type JWT } from "next-auth/jwt";

import { sessionCookieName, sessionSecret } from "@/lib/server/auth/session-cookie";
import { LeastRecentlyUsed } from "@/lib/domain/least-recently-used";
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

/** What an earlier request has decrypted: that takes as long as all else of a small request. */
const decrypted = new LeastRecentlyUsed<string, { token: JWT; secret: string }>(5_000);

/** A cookie that was tampered with, or made with another secret, counts as none. */
async function decodeQuietly(value: string): Promise<JWT | null> {
  const secret = sessionSecret();
  const known = decrypted.get(value);
  if (known?.secret === secret && !isOver(known.token)) return known.token;
  try {
    const token = await decode({ token: value, secret });
    if (token) decrypted.set(value, { token, secret });
    return token;
  } catch {
    return null;
  }
}

const isOver = ({ exp }: JWT): boolean => typeof exp !== "number" || exp * 1_000 <= Date.now();
