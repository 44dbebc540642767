import "next-auth";
import "next-auth/jwt";

declare module "next-auth" {
  interface User {
    sessionVersion?: number;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sessionVersion?: number;
    /** Epoch milliseconds. */
    signedInAt?: number;
    /** A UUID that stands for this sign-in wherever it is recorded who did something. */
    sessionId?: string;
  }
}
