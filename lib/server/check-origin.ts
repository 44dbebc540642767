import { AppError } from "@/lib/server/errors";

/**
 * Refuses a write that a page of another site sent: its cookies would come along.
 * Browsers name the sending page's origin in every write; programs that name none
 * carry no one else's cookies.
 */
export function checkOrigin(headers: { get(name: string): string | null }): void {
  const origin = headers.get("origin");
  if (origin === null || isOurs(origin, headers.get("host"))) return;
  throw new AppError("forbidden", "This request came from a page of another site.");
}

function isOurs(origin: string, host: string | null): boolean {
  if (!URL.canParse(origin)) return false;
  const { origin: sender, host: senderHost } = new URL(origin);
  const own = process.env.NEXTAUTH_URL;
  if (own && sender === new URL(own).origin) return true;
  return host !== null && senderHost === host;
}
