export type JobsState = "starting" | "running" | "stopped";

export type Running = { state: JobsState; stop: () => Promise<void> };

/** On globalThis, as bundled routes hold their own copy of this module. */
export const jobsStore = globalThis as typeof globalThis & { reconcileJobs?: Running };

/** What this process does about jobs: "stopped" when it never started. */
export const jobsState = (): JobsState => jobsStore.reconcileJobs?.state ?? "stopped";
