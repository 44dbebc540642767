/** Calls of the JSON API from the browser. */

/** The server answered, and said no. */
export class Refused extends Error {
  readonly code: string;
  readonly status: number;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = "Refused";
    this.status = status;
    this.code = code;
  }
}

/** No answer, or one that says to try later: worth sending again as it was. */
export class Unreachable extends Error {
  override name = "Unreachable";
}

const TIMEOUT_MS = 15_000;
const TRY_LATER = new Set([408, 425, 429, 502, 503, 504]);

type Call = {
  method: "GET" | "POST" | "PATCH";
  path: string;
  body?: unknown;
  /** Goes on when the page is closed. */
  keepalive?: boolean;
  /** For what may take the server long. */
  timeoutMs?: number;
};

/** The response is our own server's, checked there: its shape is trusted here. */
export async function callApi<T>(call: Call): Promise<T> {
  const response = await send(call);
  if (TRY_LATER.has(response.status)) throw new Unreachable(`Status ${response.status}`);
  if (!response.ok) throw await toRefused(response);
  return (await response.json()) as T;
}

async function send({
  method,
  path,
  body,
  keepalive = false,
  timeoutMs = TIMEOUT_MS,
}: Call): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      keepalive,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (cause) {
    throw new Unreachable("No connection", { cause });
  }
}

type ErrorBody = { error?: { code?: string; message?: string } } | null;

async function toRefused(response: Response): Promise<Refused> {
  const body = (await response.json().catch(() => null)) as ErrorBody;
  return new Refused(
    response.status,
    body?.error?.code ?? "unknown",
    body?.error?.message ?? "Something went wrong on our side. Please try again.",
  );
}
