/** The first Ctrl-C or SIGTERM stops everything in order; a second one no longer waits. */
export function listenForInterruption() {
  const controller = new AbortController();
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(1);
    controller.abort();
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, interrupt);
  return controller.signal;
}
