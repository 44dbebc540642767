/**
 * Cookies ignore ports: two checkouts on one host would sign each other out, so
 * the start script gives each its own suffix. Over https the browser must refuse
 * the cookie elsewhere, hence the prefix.
 */
export function sessionCookieName(): string {
  const suffix = process.env["SESSION_COOKIE_SUFFIX"];
  const name = suffix ? `reconcile.session.${suffix}` : "reconcile.session";
  return servedOverHttps() ? `__Secure-${name}` : name;
}

export const servedOverHttps = (): boolean =>
  process.env.NEXTAUTH_URL?.startsWith("https://") ?? false;

/** Signs and encrypts sessions. Read at run time, so that a build needs none. */
export function sessionSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set");
  return secret;
}
