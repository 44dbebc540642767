/** What there is to choose from; UTC is not among those of the runtime. */
export const timeZones = (): string[] =>
  [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])].sort();
