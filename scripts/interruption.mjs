const SAME_KEYSTROKE_MS = 1000;

/**
 * The first Ctrl-C or SIGTERM stops everything in order; a second one no longer
 * waits. Ctrl-C in a terminal arrives twice at once, from the terminal and from
 * npm, which passes on what it got.
 */
export function listenForInterruption() {
  const controller = new AbortController();
  let interruptedAt = null;
  const interrupt = () => {
    const now = performance.now();
    interruptedAt ??= now;
    if (now - interruptedAt > SAME_KEYSTROKE_MS) process.exit(1);
    controller.abort();
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, interrupt);
  return controller.signal;
}
