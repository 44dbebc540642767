import { AppError, type AppErrorCode } from "@/lib/server/errors";
import { isDatabaseUnavailable } from "@/lib/server/db/database-unavailable";

export const STATUS: Record<AppErrorCode, number> = {
  invalid: 400,
  "signed-out": 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  "too-large": 413,
  throttled: 429,
  unavailable: 503,
};

export type ErrorBody = {
  error: {
    code: AppErrorCode | "internal";
    message: string;
    fields?: Record<string, string[]>;
  };
};

export type ErrorReply = { status: number; body: ErrorBody; headers: Record<string, string> };

/** What a client is told. Only an expected refusal shows its message; anything else could tell secrets. */
export function errorReply(error: unknown): ErrorReply {
  if (error instanceof AppError) return refusal(error);
  if (isDatabaseUnavailable(error)) {
    const message = "The database cannot be reached right now. Try again in a moment.";
    return refusal(new AppError("unavailable", message, { retryAfterSeconds: 5 }));
  }
  const message = "Something went wrong on the server. It has been noted.";
  return { status: 500, body: { error: { code: "internal", message } }, headers: {} };
}

function refusal({ code, message, fields, retryAfterSeconds }: AppError): ErrorReply {
  return {
    status: STATUS[code],
    body: { error: { code, message, ...(fields ? { fields } : {}) } },
    headers: retryAfterSeconds === null ? {} : { "Retry-After": String(retryAfterSeconds) },
  };
}
