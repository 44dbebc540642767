"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";

import { applyTheme, THEME_NAMES, THEMES, type Theme } from "@/components/layout/theme";

export function ThemeChoice({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial);
  const router = useRouter();
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-medium">Theme</legend>
      <div className="grid grid-cols-3 gap-2">
        {THEMES.map((choice) => (
          <label
            key={choice}
            className="relative flex h-10 items-center justify-center rounded-md border border-edge/60 bg-surface font-medium transition-colors hover:border-edge has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent-strong has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="theme"
              checked={theme === choice}
              onChange={() => {
                setTheme(choice);
                applyTheme(choice);
                router.refresh();
              }}
              className="absolute inset-0 size-full appearance-none opacity-0"
            />
            {THEME_NAMES[choice]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
