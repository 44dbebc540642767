import { testClockAllowed } from "@/lib/server/clock";
import { readEnv } from "@/lib/server/env";
import { log } from "@/lib/server/log";

/** Checks the settings and says what is out of the ordinary about this server. */
export function announceStart(): void {
  readEnv(process.env);
  if (testClockAllowed()) {
    log.warn("RECONCILE_TEST_CLOCK=1: every request may set the clock; for tests only");
  }
}
