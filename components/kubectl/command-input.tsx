"use client";

import { useId, useRef, type AriaAttributes, type FocusEvent, type KeyboardEvent } from "react";

import { CompletionList, optionId } from "@/components/kubectl/completion-list";
import { useCompletion } from "@/components/kubectl/use-completion";
import { useLineHistory } from "@/components/kubectl/use-line-history";
import { LineInput } from "@/components/questions/line-input";
import type { TaskContext } from "@/lib/domain/kubectl/model";

type CommandInputProps = {
  value: string;
  onChange: (text: string) => void;
  disabled: boolean;
  promptId: string;
  many: boolean;
  /** What names and files completion may offer. */
  context: TaskContext;
  /** Off where the learner shall know the words: neither they nor earlier lines are offered then. */
  completion?: boolean;
};

/** A shell's line: completion from kubectl's own tables, and the lines typed before. */
export function CommandInput(props: CommandInputProps) {
  const { value, onChange, disabled, promptId, many, context, completion = true } = props;
  const listId = useId();
  const area = useRef<HTMLTextAreaElement | null>(null);
  const offers = useCompletion({ context, onChange });
  const history = useLineHistory();
  const open = completion && offers.options.length > 0;

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (!completion) return false;
    if (offers.onKeyDown(event)) return true;
    const line = history.onKeyDown(event);
    if (line !== null) onChange(line);
    return line !== null;
  };

  return (
    <div
      className="relative"
      onBlur={(event: FocusEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget)) offers.close();
      }}
    >
      <LineInput
        value={value}
        disabled={disabled}
        promptId={promptId}
        many={many}
        placeholder="kubectl …"
        prefix="$"
        onChange={(text, cursor) => {
          onChange(text);
          if (completion) offers.look(text, cursor);
        }}
        assist={{
          attributes: ariaOf(completion, open ? listId : null, offers.active),
          onKeyDown,
          onFocus: (field) => {
            area.current = field;
            if (completion) offers.warmUp();
          },
        }}
      />
      {open ? (
        <CompletionList
          id={listId}
          options={offers.options}
          active={offers.active}
          onPick={(index) => {
            if (area.current) offers.accept(area.current, index);
          }}
        />
      ) : null}
    </div>
  );
}

const ariaOf = (completion: boolean, listId: string | null, active: number): AriaAttributes => ({
  "aria-autocomplete": completion ? "list" : "none",
  "aria-controls": listId ?? undefined,
  "aria-activedescendant": listId !== null && active >= 0 ? optionId(listId, active) : undefined,
});
