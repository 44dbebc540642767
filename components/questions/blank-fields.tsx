import { Fragment } from "react";

import type { BodyOf } from "@/components/questions/kind-view";
import { InlineMarkdown } from "@/components/ui/markdown";

type BlankFieldsProps = {
  body: BodyOf<"blanks">;
  values: Readonly<Record<string, string>>;
  disabled: boolean;
  promptId: string;
  onFill: (blank: string, value: string) => void;
};

const CONTROL =
  "mx-0.5 h-8 rounded-md border border-edge bg-surface px-2 align-baseline text-ink disabled:opacity-70";

/** A text with gaps: prose flows, YAML and command output keep their lines. */
export function BlankFields({ body, values, disabled, promptId, onFill }: BlankFieldsProps) {
  const prose = body.language === "prose";
  const names = body.segments.flatMap((part) => ("blank" in part ? [part.blank] : []));
  return (
    <div
      role="group"
      aria-labelledby={promptId}
      className={
        prose
          ? "rounded-lg border border-line bg-surface px-4 py-3.5 leading-10"
          : "overflow-x-auto rounded-lg border border-line bg-sunken px-3.5 py-3 font-mono text-[0.8125rem] leading-9 whitespace-pre"
      }
    >
      {body.segments.map((part, index) => {
        if (!("blank" in part)) {
          return (
            <Fragment key={index}>{prose ? <ProseText text={part.text} /> : part.text}</Fragment>
          );
        }
        const shared = {
          "aria-label": `Blank ${names.indexOf(part.blank) + 1} of ${names.length}`,
          disabled,
          value: values[part.blank] ?? "",
        };
        return part.choices ? (
          <select
            key={part.blank}
            {...shared}
            onChange={(event) => {
              onFill(part.blank, event.target.value);
            }}
            className={`${CONTROL} max-w-full pe-1 font-mono text-sm`}
          >
            <option value="">…</option>
            {part.choices.map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
        ) : (
          <input
            key={part.blank}
            {...shared}
            size={16}
            maxLength={200}
            autoCapitalize="off"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            onChange={(event) => {
              onFill(part.blank, event.target.value);
            }}
            className={`${CONTROL} w-28 font-mono text-sm sm:w-36`}
          />
        );
      })}
    </div>
  );
}

/** Spaces around a gap carry meaning, and Markdown would trim them. */
function ProseText({ text }: { text: string }) {
  const lead = /^\s+/.test(text) ? " " : "";
  const tail = /\s+$/.test(text) ? " " : "";
  return text.trim() === "" ? (
    " "
  ) : (
    <>
      {lead}
      <InlineMarkdown text={text} />
      {tail}
    </>
  );
}
