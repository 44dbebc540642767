"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";

import { applyTheme, THEME_NAMES, THEMES, type Theme } from "@/components/layout/theme";
import { useAnnounce } from "@/components/ui/announcer";

const ICONS = { system: Monitor, light: Sun, dark: Moon };

/** Goes round: system, light, dark. */
export function ThemeButton({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial);
  const announce = useAnnounce();
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
  const Icon = ICONS[theme];
  const label = `Theme: ${THEME_NAMES[theme]}. Change to ${THEME_NAMES[next]}`;

  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={() => {
        setTheme(next);
        applyTheme(next);
        announce(`Theme: ${THEME_NAMES[next]}`);
      }}
      className="flex size-9 items-center justify-center rounded-md text-muted transition-colors hover:bg-sunken hover:text-ink"
    >
      <Icon aria-hidden className="size-[1.125rem]" />
    </button>
  );
}
