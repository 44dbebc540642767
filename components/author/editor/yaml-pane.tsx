"use client";

import type { RefObject } from "react";

import type { SourceText } from "@/components/author/editor/source-text";

type YamlPaneProps = {
  text: string;
  read: SourceText;
  onType: (text: string) => void;
  area: RefObject<HTMLTextAreaElement | null>;
};

/** The question as it would stand in a bank's file: the same as the form, in other clothes. */
export function YamlPane({ text, read, onType, area }: YamlPaneProps) {
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor="yaml" className="text-sm font-medium">
        YAML
      </label>
      <textarea
        id="yaml"
        ref={area}
        rows={24}
        spellCheck={false}
        autoCapitalize="off"
        aria-describedby="yaml-hint yaml-error"
        aria-invalid={read.error !== null}
        value={text}
        onChange={({ target }) => {
          onType(target.value);
        }}
        className="field-sizing-content min-h-96 w-full resize-y rounded-md border border-edge bg-surface px-3 py-2 font-mono text-[0.8125rem] leading-[1.6] aria-invalid:border-bad"
      />
      <p id="yaml-hint" className="text-sm text-muted">
        What the form shows, as it stands in a bank’s file. Comments are kept.
      </p>
      <p id="yaml-error" aria-live="polite" className="min-h-5 text-sm font-medium text-bad">
        {read.error ? `Line ${read.error.line}: ${read.error.message}` : ""}
      </p>
    </div>
  );
}
