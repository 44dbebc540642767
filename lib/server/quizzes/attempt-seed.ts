import { createHmac } from "node:crypto";

import { sessionSecret } from "@/lib/server/auth/session-cookie";

/**
 * Seeds of an attempt: what pools draw, in what order, and each question's variant. They
 * never leave the server; whoever knew one could draw the variant with its key.
 */
export const drawSeed = (assignmentId: string, userId: string, number: number): string =>
  seedOf(["attempt", assignmentId, userId, number]);

export const questionSeed = (attemptId: string, position: number): string =>
  seedOf(["attempt question", attemptId, position]);

/** Of a preview or a printed version: `label` tells versions apart, such as A and B. */
export const previewSeed = (quizId: string, version: number, label: string): string =>
  seedOf(["preview", quizId, version, label]);

const seedOf = (parts: (string | number)[]): string =>
  createHmac("sha256", sessionSecret()).update(parts.join("\n")).digest("base64url");
