/** "1 point", "2.5 points". */
export const pointsText = (points: number) => `${points} ${points === 1 ? "point" : "points"}`;
