import { NextResponse, type NextRequest } from "next/server";

import { contentSecurityPolicy } from "@/lib/server/content-security-policy";

/**
 * Gives every page its content security policy with a nonce of its own. Next
 * reads the nonce from the request's policy and puts it on its scripts.
 * Nothing is decided about access here: services do that.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, {
    isDevelopment: process.env.NODE_ENV === "development",
  });

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (process.env.NEXTAUTH_URL?.startsWith("https://")) {
    response.headers.set("strict-transport-security", "max-age=63072000");
  }
  return response;
}

/** Pages only: the API has a fixed policy, and files have nothing that could run. */
export const config = {
  matcher: ["/((?!api/|_next/static/|_next/image|favicon.ico|icon.svg).*)"],
};
