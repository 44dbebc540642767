/** Runs once when a server starts: a wrong setting stops it here, with a name, and not at somebody's request. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { announceStart } = await import("@/lib/server/announce-start");
  announceStart();
  const { runJobsBesideRequests } = await import("@/lib/server/jobs/run-jobs-beside-requests");
  runJobsBesideRequests();
}
