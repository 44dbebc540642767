import { expect, test } from "vitest";

import { contentSecurityPolicy } from "@/lib/server/content-security-policy";

const directive = (policy: string, name: string) =>
  policy.split("; ").find((part) => part.startsWith(`${name} `));

test("in production scripts run only with the nonce of the answer", () => {
  const policy = contentSecurityPolicy("bm9uY2U=", { isDevelopment: false });
  expect(directive(policy, "script-src")).toBe(
    "script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic'",
  );
});

test("in production nothing unsafe is allowed", () => {
  expect(contentSecurityPolicy("bm9uY2U=", { isDevelopment: false })).not.toContain("unsafe");
});

test("nobody may frame a page", () => {
  const policy = contentSecurityPolicy("bm9uY2U=", { isDevelopment: false });
  expect(directive(policy, "frame-ancestors")).toBe("frame-ancestors 'none'");
});
