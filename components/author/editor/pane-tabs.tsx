"use client";

export type Pane = "form" | "yaml" | "preview";

const PANES = [
  { pane: "form", label: "Form" },
  { pane: "yaml", label: "YAML" },
  { pane: "preview", label: "Preview" },
] as const;

/** Which side of the question is on screen. Where there is room, the preview stands beside. */
export function PaneTabs({ pane, onPane }: { pane: Pane; onPane: (pane: Pane) => void }) {
  return (
    <div role="group" aria-label="Show" className="flex gap-1 rounded-lg bg-sunken p-1">
      {PANES.map((one) => (
        <button
          key={one.pane}
          type="button"
          aria-pressed={pane === one.pane}
          onClick={() => {
            onPane(one.pane);
          }}
          className={`h-8 rounded-md px-3 text-sm font-medium text-muted hover:text-ink aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-low ${one.pane === "preview" ? "lg:hidden" : ""}`}
        >
          {one.label}
        </button>
      ))}
    </div>
  );
}
