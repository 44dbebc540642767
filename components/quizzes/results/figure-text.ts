/** A figure of statistics with a true minus sign, which no zero has; a dash where there is none. */
export const figureText = (value: number | null, digits: number): string =>
  value === null
    ? "–"
    : value
        .toFixed(digits)
        .replace(/^-(?=0(?:\.0+)?$)/u, "")
        .replace("-", "−");

/** "0–9 %" to "90–100 %": a tenth of the points, of ten. */
export const tenthText = (tenth: number): string =>
  `${tenth * 10}–${tenth === 9 ? 100 : tenth * 10 + 9} %`;
