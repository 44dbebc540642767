/**
 * The policy of a page: scripts run only with the nonce of this very answer, or
 * when such a script loaded them; nothing is loaded from other origins, nobody
 * may frame us. Development needs eval (React's debug stacks), inline styles and
 * the reload socket.
 */
export function contentSecurityPolicy(
  nonce: string,
  { isDevelopment }: { isDevelopment: boolean },
): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
