type Timed = { minutes: number };

/**
 * The point that a slider in minutes has reached, given where it came from. Points stand
 * further apart the longer the days are, so a step may end between two: it then goes on
 * in its own direction, or an arrow key would never get past.
 */
export function reachedPoint(points: readonly Timed[], from: number, minutes: number): number {
  const isForward = minutes > (points[from]?.minutes ?? 0);
  const reached = isForward
    ? points.findIndex((point) => point.minutes >= minutes)
    : points.findLastIndex((point) => point.minutes <= minutes);
  return reached === -1 ? (isForward ? points.length - 1 : 0) : reached;
}
