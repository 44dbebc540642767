import type { ViewOf } from "@/components/questions/kind-view";
import { TextLine } from "@/components/questions/text-line";

type Draft = { text: string };

export const shortView: ViewOf<"short", Draft> = {
  typed: true,
  keys: "Enter sends",
  start: () => ({ text: "" }),
  toAnswer: ({ text }) => (text.trim() === "" ? null : { kind: "short", text }),
  toKeep: ({ text }) => (text === "" ? null : { kind: "short", text }),
  resume: ({ text }) => ({ text }),
  Ask: ({ body, draft, onChange, disabled, promptId }) => (
    <div className="flex flex-col gap-2">
      <TextLine
        value={draft.text}
        disabled={disabled}
        labelledBy={promptId}
        placeholder="Your answer"
        onChange={(text) => {
          onChange({ text });
        }}
      />
      {body.caseSensitive ? (
        <p className="text-sm text-muted">Capital letters matter here.</p>
      ) : null}
    </div>
  ),
};
