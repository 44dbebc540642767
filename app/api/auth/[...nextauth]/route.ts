import NextAuth from "next-auth";

import { authOptions } from "@/lib/server/auth/auth-options";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Built per request: the secret and the providers are read from the environment at run time. */
const handler = (request: Request, context: Context): Promise<Response> =>
  (NextAuth(authOptions()) as (request: Request, context: Context) => Promise<Response>)(
    request,
    context,
  );

export { handler as GET, handler as POST };
