export type AppErrorCode =
  | "invalid"
  | "signed-out"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "too-large"
  | "throttled"
  | "unavailable";

/**
 * An expected refusal: thrown by services, translated only at the boundaries
 * (`action`, `endpoint`, `load`). `message` is written for the person who sees it.
 */
export class AppError extends Error {
  readonly code: AppErrorCode;
  /** Messages by input field, when single fields are to blame. */
  readonly fields: Record<string, string[]> | null;
  /** Seconds to wait before trying again; set with "throttled". */
  readonly retryAfterSeconds: number | null;

  constructor(
    code: AppErrorCode,
    message: string,
    options: {
      cause?: unknown;
      fields?: Record<string, string[]>;
      retryAfterSeconds?: number;
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.fields = options.fields ?? null;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}
