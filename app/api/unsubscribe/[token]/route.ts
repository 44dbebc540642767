import { linkTo } from "@/lib/server/classes/secrets";
import { openAddress } from "@/lib/server/open-address";
import { stopMail } from "@/lib/server/services/stop-mail";

/** What a mail program does for its user with one click (RFC 8058). It sends no cookies, nor needs any. */
export const POST = openAddress("/api/unsubscribe/{token}", async ({ token }, _request, origin) => {
  await stopMail(String(token), origin.address);
  return new Response("Stopped.\n", {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
});

/** Following a link stops nothing: mail servers follow them to look for what is harmful. */
export const GET = openAddress("/api/unsubscribe/{token}", ({ token }) =>
  Promise.resolve(
    Response.redirect(linkTo(`/unsubscribe/${encodeURIComponent(String(token))}`), 303),
  ),
);
