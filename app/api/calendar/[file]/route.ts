import { openAddress } from "@/lib/server/open-address";
import { readCalendar } from "@/lib/server/services/read-calendar";

export const dynamic = "force-dynamic";

/** "<secret>.ics": what calendar programs fetch again and again. */
export const GET = openAddress("/api/calendar/{secret}.ics", async ({ file }, request, origin) => {
  const token = String(file).replace(/\.ics$/, "");
  const { text, etag } = await readCalendar(token, origin);
  const headers = { ETag: etag, "Cache-Control": "private, max-age=300" };
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
  return new Response(text, {
    headers: {
      ...headers,
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="reconcile.ics"',
    },
  });
});

function isKnown({ headers }: Request, etag: string): boolean {
  const known = headers.get("if-none-match")?.split(",") ?? [];
  return known.some((each) => each.trim() === etag || each.trim() === "*");
}
