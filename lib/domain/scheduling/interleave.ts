/** How far down the order an item may be brought forward. */
const REACH = 6;

/**
 * Keeps neighbours of one group apart where it costs little: each place goes to the
 * first of the next six items that is of another group than the one before it.
 */
export function interleave<T>(items: readonly T[], groupOf: (item: T) => string): T[] {
  const reach = items.slice(0, REACH);
  const order: T[] = [];
  let lastGroup: string | null = null;
  while (reach.length > 0) {
    const group = lastGroup;
    const other = reach.findIndex((item) => groupOf(item) !== group);
    const [next] = reach.splice(Math.max(0, other), 1) as [T];
    order.push(next);
    lastGroup = groupOf(next);
    const following = order.length + reach.length;
    if (following < items.length) reach.push(items[following] as T);
  }
  return order;
}
