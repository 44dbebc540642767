/** What a change of plan did to reviews that were scheduled already; null when it touches none. */
export type ChangedPlanView = {
  reviews: number;
  /** Had to leave the range of their interval. */
  beyondRange: number;
  /** Had to go to a day above the limit. */
  aboveLimit: number;
  /** Stay on a day off. */
  left: number;
} | null;
