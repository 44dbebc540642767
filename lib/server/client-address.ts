type HeaderSource = { get(name: string): string | null };

/**
 * The network address a request came from. The right-most entry of
 * `x-forwarded-for` is the one that our own proxy (or, without one, Next itself)
 * added; anything left of it is the client's claim.
 */
export function clientAddress(headers: HeaderSource): string {
  const forwarded = headers.get("x-forwarded-for");
  const last = forwarded?.split(",").at(-1)?.trim() ?? "";
  return last === "" ? "unknown" : last;
}
