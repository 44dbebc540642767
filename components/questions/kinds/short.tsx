import { GivenAnswer } from "@/components/questions/given-answer";
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
  Verdict: ({ given, solution }) => (
    <GivenAnswer
      text={given?.detail.text ?? null}
      right={given?.detail.right ?? false}
      why={given ? (given.detail.why ?? caseHint(given.detail.caseOnly)) : null}
    >
      <code className="inline-code">{solution.accepted[0]}</code>
      {solution.accepted.length > 1 ? (
        <span className="text-sm text-muted">
          {" "}
          or{" "}
          {solution.accepted.slice(1).map((text) => (
            <code key={text} className="inline-code me-1">
              {text}
            </code>
          ))}
        </span>
      ) : null}
    </GivenAnswer>
  ),
};

const caseHint = (caseOnly: boolean) =>
  caseOnly ? "The right word, but capital letters matter here." : null;
