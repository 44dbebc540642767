/** Browsers give locks to secure pages only; elsewhere the server's ids alone keep doubles out. */
type MaybeLocks = { locks?: LockManager };

/** Runs the work while no other tab runs work under the same name. */
export function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const { locks } = navigator as MaybeLocks;
  return locks ? locks.request(name, work) : work();
}
