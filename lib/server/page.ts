import { notFound, redirect } from "next/navigation";

import { AppError } from "@/lib/server/errors";

/**
 * Runs what a page needs. What the actor may not see does not exist; whoever is
 * signed out is sent to sign in and comes back to `returnTo`, a path of ours.
 */
export async function load<T>(returnTo: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "not-found" || error.code === "forbidden") notFound();
    if (error.code === "signed-out") redirect(`/sign-in?next=${encodeURIComponent(returnTo)}`);
    throw error;
  }
}
