type TextLineProps = {
  value: string;
  onChange: (value: string) => void;
  disabled: boolean;
  labelledBy: string;
  /** Says more than the prompt where there are several fields. */
  label?: string;
  id?: string;
  numeric?: boolean;
  placeholder?: string;
};

/** One line that is typed as it is: no capital letters, no corrections by the browser. */
export function TextLine({
  value,
  onChange,
  disabled,
  labelledBy,
  label,
  id,
  numeric = false,
  placeholder,
}: TextLineProps) {
  return (
    <input
      type="text"
      inputMode={numeric ? "decimal" : "text"}
      {...(label ? { "aria-label": label } : { "aria-labelledby": labelledBy })}
      {...(id ? { id } : {})}
      value={value}
      disabled={disabled}
      placeholder={placeholder}
      maxLength={500}
      autoCapitalize="off"
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      onChange={(event) => {
        onChange(event.target.value);
      }}
      className="h-11 w-full min-w-0 rounded-lg border border-edge bg-surface px-3.5 font-mono text-[0.9375rem] placeholder:text-faint disabled:opacity-70"
    />
  );
}
