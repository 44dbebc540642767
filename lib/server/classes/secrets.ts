import { createHash, createHmac, randomBytes, randomInt } from "node:crypto";

import { JOIN_CODE_ALPHABET, JOIN_CODE_LENGTH } from "@/lib/domain/classes/join-code";
import { sessionSecret } from "@/lib/server/auth/session-cookie";

export const newJoinCode = (): string =>
  Array.from({ length: JOIN_CODE_LENGTH }, () =>
    JOIN_CODE_ALPHABET.charAt(randomInt(JOIN_CODE_ALPHABET.length)),
  ).join("");

export const newInviteToken = (): string => randomBytes(18).toString("base64url");

/**
 * The secret of a personal link. Derived, so that instructors can look it up again while the
 * database holds only its hash; another invitation of the same address has another.
 */
export const claimToken = (entry: { classId: string; email: string; createdAt: Date }): string =>
  createHmac("sha256", sessionSecret())
    .update(["roster", entry.classId, entry.email, entry.createdAt.toISOString()].join("\n"))
    .digest("base64url")
    .slice(0, 32);

export const hashToken = (token: string): string =>
  createHash("sha256").update(token).digest("hex");

/** Invite links and personal links lead to the same page. */
export const joinPath = (token: string): string => `/join/${token}`;

/** With the address that people reach the server by. */
export const linkTo = (path: string): string =>
  new URL(path, process.env.NEXTAUTH_URL ?? "http://localhost:3000").href;
