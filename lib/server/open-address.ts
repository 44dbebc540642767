import { originOf, requestIdOf, type RequestOrigin } from "@/lib/server/endpoint";
import { errorReply } from "@/lib/server/error-response";
import { log } from "@/lib/server/log";

type Params = Record<string, string | string[] | undefined>;

/**
 * Wraps an address that programs visit without signing in, a secret in its path being
 * all they have: refusals are one sentence of plain text. `name` stands for the path in
 * the log, which is not to hold the secret.
 */
export function openAddress(
  name: string,
  run: (params: Params, request: Request, origin: RequestOrigin) => Promise<Response>,
) {
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    try {
      return await run(await context.params, request, originOf(request.headers));
    } catch (error) {
      const { status, body, headers } = errorReply(error);
      const requestId = requestIdOf(request);
      if (status >= 500) {
        log.error("request failed", { requestId, method: request.method, path: name, error });
      }
      return new Response(`${body.error.message}\n`, {
        status,
        headers: {
          ...headers,
          "Content-Type": "text/plain; charset=utf-8",
          "Cache-Control": "no-store",
          "X-Request-Id": requestId,
        },
      });
    }
  };
}
