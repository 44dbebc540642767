/** A figure of statistics with a true minus sign, which no zero has; a dash where there is none. */
export const figureText = (value: number | null, digits: number): string =>
  value === null
    ? "–"
    : value
        .toFixed(digits)
        .replace(/^-(?=0(?:\.0+)?$)/u, "")
        .replace("-", "−");
