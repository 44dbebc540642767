"use client";

import { useEffect, useRef, type AriaAttributes, type KeyboardEvent } from "react";

/** Help while typing, such as completion. */
type Assist = {
  attributes: AriaAttributes;
  /** True when the key has done its work. */
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
  onFocus: (field: HTMLTextAreaElement) => void;
};

type LineInputProps = {
  value: string;
  onChange: (value: string, cursor: number) => void;
  disabled: boolean;
  promptId: string;
  /** Enter starts a new line; Ctrl+Enter sends. Otherwise Enter sends, unless the line ends in a backslash. */
  many: boolean;
  placeholder?: string;
  mono?: boolean;
  rows?: number;
  prefix?: string;
  assist?: Assist;
};

/** Where commands and longer answers are typed: as tall as its text. */
export function LineInput({
  value,
  onChange,
  disabled,
  promptId,
  many,
  placeholder,
  mono = true,
  rows = many ? 3 : 1,
  prefix,
  assist,
}: LineInputProps) {
  const ref = useGrowing(value, rows);

  return (
    <div className="flex rounded-lg border border-edge bg-surface focus-within:border-accent focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-accent has-disabled:opacity-70">
      {prefix ? (
        <span
          aria-hidden
          className="ps-3.5 pt-[0.6875rem] font-mono leading-6 font-medium text-accent select-none"
        >
          {prefix}
        </span>
      ) : null}
      <textarea
        ref={ref}
        id={`${promptId}-answer`}
        aria-labelledby={promptId}
        rows={rows}
        value={value}
        disabled={disabled}
        placeholder={placeholder}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={!mono}
        maxLength={mono ? 4_000 : 10_000}
        onChange={(event) => {
          onChange(event.target.value, event.target.selectionStart);
        }}
        {...assist?.attributes}
        onFocus={(event) => assist?.onFocus(event.currentTarget)}
        onKeyDown={(event) => {
          if (assist?.onKeyDown(event)) {
            event.preventDefault();
            return;
          }
          if (!sends(event, many)) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
        className={`min-h-11 min-w-0 flex-1 resize-none bg-transparent px-3.5 py-2.5 leading-6 outline-none placeholder:text-faint disabled:field-sizing-content ${mono ? "font-mono text-[0.875rem]" : ""} ${prefix ? "ps-2.5" : ""}`}
      />
    </div>
  );
}

function sends(event: KeyboardEvent<HTMLTextAreaElement>, many: boolean): boolean {
  if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return false;
  if (event.ctrlKey || event.metaKey) return true;
  return !many && !event.currentTarget.value.endsWith("\\");
}

const MOST_WRAPPED = 12;

/** Long lines wrap: the number of line breaks alone does not tell the height. */
function useGrowing(value: string, rows: number) {
  const ref = useRef<HTMLTextAreaElement>(null);
  const lines = Math.max(rows, value.split("\n").length);
  useEffect(() => {
    const area = ref.current;
    if (!area) return;
    area.rows = lines;
    while (area.scrollHeight > area.clientHeight + 2 && area.rows < lines + MOST_WRAPPED) {
      area.rows += 1;
    }
  }, [value, lines]);
  return ref;
}
