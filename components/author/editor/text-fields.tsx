"use client";

import { useState, type ReactNode } from "react";
import { parse, stringify } from "yaml";

import { fieldId, useForm } from "@/components/author/editor/editor-context";
import { FieldProblems } from "@/components/author/editor/field-problems";
import { textAt, valueAt, type Path } from "@/components/author/editor/source-text";
import { CONTROL } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

type FrameProps = {
  path: Path;
  label: ReactNode;
  hint?: ReactNode;
  /** Said to screen readers only, where the place tells it to everybody else. */
  hideLabel?: boolean;
  children: ReactNode;
};

function FieldFrame({ path, label, hint, hideLabel = false, children }: FrameProps) {
  const { problemsAt } = useForm();
  const id = fieldId(path);
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className={hideLabel ? "sr-only" : "text-sm font-medium"}>
        {label}
      </label>
      {children}
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
      <FieldProblems id={`${id}-problems`} problems={problemsAt(path)} />
    </div>
  );
}

/** What ties a control to its place, its hint and its problems. */
function useControl(path: Path, hasHint: boolean) {
  const { problemsAt, touch } = useForm();
  const id = fieldId(path);
  const problems = problemsAt(path);
  const described = [
    ...(hasHint ? [`${id}-hint`] : []),
    ...(problems.length > 0 ? [`${id}-problems`] : []),
  ];
  return {
    id,
    ...(described.length > 0 ? { "aria-describedby": described.join(" ") } : {}),
    ...(problems.some(({ severity }) => severity === "error") ? { "aria-invalid": true } : {}),
    onBlur: () => {
      touch(path);
    },
  };
}

type TextAtProps = Omit<FrameProps, "children"> & {
  /** More than one: may hold several lines. */
  rows?: number;
  mono?: boolean;
  /** Left out of the question while it is empty. */
  optional?: boolean;
  /** Digits are kept as a number. */
  numeric?: boolean;
  placeholder?: string;
  suggestions?: readonly string[];
};

const NUMBER = /^-?\d+(?:\.\d+)?$/u;

export function TextAt(props: TextAtProps) {
  const { path, hint, rows = 1, mono = false, optional = false, numeric = false } = props;
  const { placeholder, suggestions } = props;
  const { fields, set, remove } = useForm();
  const control = {
    ...useControl(path, hint !== undefined),
    value: textAt(fields, path),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(mono ? { spellCheck: false, autoCapitalize: "off", autoComplete: "off" } : {}),
    onChange: ({ target: { value } }: { target: { value: string } }) => {
      if (optional && value === "") remove(path);
      else set(path, numeric && NUMBER.test(value) ? Number(value) : value);
    },
  };
  const look = `${CONTROL} ${mono ? "font-mono text-sm" : ""}`;
  return (
    <FieldFrame {...props}>
      {rows > 1 ? (
        <textarea {...control} rows={rows} className={`${look} field-sizing-content py-2`} />
      ) : (
        <input
          {...control}
          className={`${look} h-10`}
          {...(suggestions ? { list: `${control.id}-list` } : {})}
        />
      )}
      {suggestions ? (
        <datalist id={`${control.id}-list`}>
          {suggestions.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      ) : null}
    </FieldFrame>
  );
}

type SelectAtProps = Omit<FrameProps, "children"> & {
  options: readonly { value: string; label: string }[];
  /** The option that stands for leaving the field out. */
  none?: string;
};

export function SelectAt(props: SelectAtProps) {
  const { path, hint, options, none } = props;
  const { fields, set, remove } = useForm();
  return (
    <FieldFrame {...props}>
      <Select
        {...useControl(path, hint !== undefined)}
        value={textAt(fields, path)}
        onChange={({ target: { value } }) => {
          if (value === "") remove(path);
          else set(path, value);
        }}
      >
        {none === undefined ? null : <option value="">{none}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </FieldFrame>
  );
}

/** Left out of the question while it is not ticked. */
export function TickAt({ path, label }: { path: Path; label: ReactNode }) {
  const { fields, set, remove, problemsAt } = useForm();
  const id = fieldId(path);
  return (
    <div className="flex flex-col gap-1">
      <label className="flex min-h-8 items-center gap-2 text-sm">
        <input
          type="checkbox"
          id={id}
          className="size-4 accent-accent"
          checked={valueAt(fields, path) === true}
          onChange={({ target: { checked } }) => {
            if (checked) set(path, true);
            else remove(path);
          }}
        />
        {label}
      </label>
      <FieldProblems id={`${id}-problems`} problems={problemsAt(path)} />
    </div>
  );
}

/** A part of the question that has no fields of its own: written as YAML, taken over once it can be read. */
export function YamlAt(props: Omit<FrameProps, "children"> & { rows?: number }) {
  const { path, hint, rows = 4 } = props;
  const { fields, set, remove } = useForm();
  const stored = valueAt(fields, path);
  const [typed, setTyped] = useState<{ text: string; of: string; error: string | null } | null>(
    null,
  );
  const key = JSON.stringify(stored);
  const isOwn = typed !== null && (typed.error !== null || typed.of === key);
  const text = isOwn ? typed.text : stored === undefined ? "" : stringify(stored);
  const change = (next: string) => {
    const read = readFragment(next);
    if (read.error !== null) {
      setTyped({ text: next, of: key, error: read.error });
      return;
    }
    setTyped({ text: next, of: JSON.stringify(read.value ?? undefined), error: null });
    if (read.value === null) remove(path);
    else set(path, read.value);
  };
  const { id, ...control } = useControl(path, hint !== undefined);
  return (
    <FieldFrame {...props}>
      <textarea
        {...control}
        id={id}
        rows={rows}
        spellCheck={false}
        className={`${CONTROL} field-sizing-content py-2 font-mono text-sm`}
        value={text}
        onChange={({ target }) => {
          change(target.value);
        }}
      />
      {isOwn && typed.error !== null ? (
        <p role="alert" className="text-sm font-medium text-bad">
          {typed.error}
        </p>
      ) : null}
    </FieldFrame>
  );
}

function readFragment(text: string): { value: unknown; error: string | null } {
  try {
    return { value: text.trim() === "" ? null : (parse(text) as unknown), error: null };
  } catch (error) {
    const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
    return { value: null, error: `Not taken over yet: ${message}` };
  }
}
