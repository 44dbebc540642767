"use client";

import { useShortcutsSetting } from "@/components/study/use-shortcuts-setting";
import { Kbd } from "@/components/ui/kbd";

const KEYS: { keys: string[]; does: string }[] = [
  { keys: ["N"], does: "next question" },
  { keys: ["P"], does: "previous question" },
  { keys: ["G"], does: "flag it" },
  { keys: ["1", "…", "9"], does: "pick an option" },
  { keys: ["Ctrl", "Enter"], does: "next, also from a field" },
];

/** What keys do in an attempt, where there is a keyboard; single ones may be turned off. */
export function AttemptKeys() {
  const [shortcuts, setShortcuts] = useShortcutsSetting();
  return (
    <details className="text-sm text-muted pointer-coarse:hidden">
      <summary className="w-fit cursor-pointer">Keys</summary>
      <dl className="mt-2 grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1.5">
        {KEYS.map(({ keys, does }) => (
          <div key={does} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="mt-3 flex items-center gap-2">
        <input
          type="checkbox"
          checked={shortcuts}
          onChange={(event) => {
            setShortcuts(event.target.checked);
          }}
          className="size-4 accent-accent"
        />
        Use single keys
      </label>
    </details>
  );
}
