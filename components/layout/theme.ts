/** What the learner wants to see; "system" follows the device and is kept as no cookie at all. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_NAMES: Record<Theme, string> = {
  system: "System",
  light: "Light",
  dark: "Dark",
};

/** Read by the server on each request, so that no page flashes in the wrong colours. */
export const THEME_COOKIE = "theme";

const YEAR_SECONDS = 31_536_000;

export const toTheme = (value: string | undefined): Theme =>
  value === "light" || value === "dark" ? value : "system";

/** Shows the theme at once and keeps it for the next request. Browser only. */
export function applyTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
  const age = theme === "system" ? 0 : YEAR_SECONDS;
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${age}; samesite=lax`;
}
