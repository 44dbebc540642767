import { Kbd } from "@/components/ui/kbd";

type HelpPanelProps = {
  /** What the keys do for the question on screen; null when there is none. */
  kindKeys: string | null;
  shortcuts: boolean;
  onShortcuts: (on: boolean) => void;
};

const KEYS: { keys: string[]; does: string }[] = [
  { keys: ["1", "…", "9"], does: "Pick or name an option" },
  { keys: ["Enter"], does: "Check the answer; then the next question" },
  { keys: ["Ctrl", "Enter"], does: "Check from a field of several lines" },
  { keys: ["H"], does: "Show the hint (counts as Hard)" },
  { keys: ["D"], does: "I don’t know: show the answer" },
  { keys: ["1", "2", "3", "4"], does: "After the verdict: Again, Hard, Good, Easy" },
  { keys: ["A", "H", "G", "E"], does: "The same by letter" },
  { keys: ["R"], does: "Report a problem with the question" },
  { keys: ["T"], does: "After a wrong line: try again, as practice" },
  { keys: ["L"], does: "Flag the question, or remove the flag" },
  { keys: ["B"], does: "Set it aside until tomorrow" },
  { keys: ["S"], does: "Suspend it" },
  { keys: ["X"], does: "Start it afresh" },
  { keys: ["Z"], does: "Take back what you did last" },
  { keys: ["U"], does: "Recent actions, to take back more" },
  { keys: ["Esc"], does: "Leave a text field, so that the letters work" },
  { keys: ["?"], does: "This help" },
];

export function HelpPanel({ kindKeys, shortcuts, onShortcuts }: HelpPanelProps) {
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-2.5">
        {KEYS.map(({ keys, does }) => (
          <div key={does} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key} className="inline-flex!">
                  {key}
                </Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      {kindKeys ? <p className="mt-4 text-sm text-muted">For this question: {kindKeys}.</p> : null}
      <label className="mt-5 flex items-center gap-3 border-t border-line pt-4">
        <input
          type="checkbox"
          checked={shortcuts}
          onChange={(event) => {
            onShortcuts(event.target.checked);
          }}
          className="size-4 accent-accent"
        />
        Use single keys as shortcuts
      </label>
    </>
  );
}
