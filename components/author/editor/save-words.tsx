import type { SaveState } from "@/components/author/editor/use-draft";

const WORDS: Record<SaveState, string> = {
  saved: "Draft saved.",
  waiting: "Not saved yet…",
  saving: "Saving…",
  away: "No connection: your text is kept here and saved once there is one.",
  conflict: "Not saved: see above.",
  refused: "Not saved.",
};

/** Whether what is on screen is on the server. */
export function SaveWords({ state, published }: { state: SaveState; published: string | null }) {
  return (
    <p role="status" className="min-w-0 text-sm text-muted">
      {state === "saved" && published !== null ? published : WORDS[state]}
    </p>
  );
}
