"use client";

import type { ReactNode } from "react";

import { useKeys } from "@/components/study/use-keys";
import { useShortcutsSetting } from "@/components/study/use-shortcuts-setting";
import { Button } from "@/components/ui/button";

/** A place in a list that is worked through. */
type Place = { index: number; count: number; go: (index: number) => void };

/** On and back through a list, and how far one is. The buttons keep the focus at both ends. */
export function OneByOne({ index, count, go, children }: Place & { children: ReactNode }) {
  const steps = [
    { name: "Previous", to: index - 1 },
    { name: "Next", to: index + 1 },
  ];
  return (
    <div className="flex flex-wrap items-center gap-2">
      {steps.map(({ name, to }) => (
        <Button
          key={name}
          size="small"
          aria-disabled={to < 0 || to >= count}
          onClick={() => {
            go(to);
          }}
        >
          {name}
        </Button>
      ))}
      {children}
    </div>
  );
}

/** J goes on, K goes back. */
export function useStepKeys({ index, go }: Pick<Place, "index" | "go">): void {
  const [shortcuts] = useShortcutsSetting();
  useKeys((key, { typing }) => {
    if (typing || !shortcuts) return false;
    const step = { j: 1, k: -1 }[key.toLowerCase()];
    if (step === undefined) return false;
    go(index + step);
    return true;
  });
}
