import type { ViewOf } from "@/components/questions/kind-view";
import { LineInput } from "@/components/questions/line-input";

type Draft = { text: string };

export const openView: ViewOf<"open", Draft> = {
  typed: true,
  keys: "Ctrl+Enter sends",
  start: () => ({ text: "" }),
  toAnswer: ({ text }) => (text.trim() === "" ? null : { kind: "open", text }),
  toKeep: ({ text }) => (text === "" ? null : { kind: "open", text }),
  resume: ({ text }) => ({ text }),
  Ask: ({ draft, onChange, disabled, promptId, inQuiz = false }) => (
    <div className="flex flex-col gap-2">
      <LineInput
        value={draft.text}
        disabled={disabled}
        promptId={promptId}
        many
        mono={false}
        rows={5}
        placeholder="Answer in your own words…"
        onChange={(text) => {
          onChange({ text });
        }}
      />
      {inQuiz ? null : (
        <p className="text-sm text-muted">
          You will compare it with a model answer. Ctrl+Enter sends.
        </p>
      )}
    </div>
  ),
};
