"use client";

import { useEffect, useRef } from "react";

type LineInputProps = {
  value: string;
  onChange: (value: string) => void;
  disabled: boolean;
  promptId: string;
  label: string;
  /** Enter starts a new line; Ctrl+Enter sends. Otherwise Enter sends, unless the line ends in a backslash. */
  many: boolean;
  placeholder?: string;
  mono?: boolean;
  rows?: number;
  prefix?: string;
};

/** Where commands and longer answers are typed: as tall as its text. */
export function LineInput({
  value,
  onChange,
  disabled,
  promptId,
  label,
  many,
  placeholder,
  mono = true,
  rows = many ? 3 : 1,
  prefix,
}: LineInputProps) {
  const ref = useRef<HTMLTextAreaElement>(null);
  const lines = Math.max(rows, value.split("\n").length);

  useEffect(() => {
    // Long lines wrap: the number of line breaks alone does not tell the height.
    const area = ref.current;
    if (!area) return;
    area.rows = lines;
    while (area.scrollHeight > area.clientHeight + 2 && area.rows < lines + 12) area.rows += 1;
  }, [value, lines]);

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
        aria-description={label}
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
          onChange(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          const continues = many || event.currentTarget.value.endsWith("\\");
          if (continues && !event.ctrlKey && !event.metaKey) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
        className={`min-h-11 min-w-0 flex-1 resize-none bg-transparent px-3.5 py-2.5 leading-6 outline-none placeholder:text-faint ${mono ? "font-mono text-[0.875rem]" : ""} ${prefix ? "ps-2.5" : ""}`}
      />
    </div>
  );
}
