import { CircleAlert } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";

type Descriptions = { hint?: ReactNode; errors?: readonly string[] | undefined };

/** What ties a control to its hint and its errors. */
export function describe(id: string, { hint, errors }: Descriptions) {
  const ids = [hint ? `${id}-hint` : null, errors?.length ? `${id}-error` : null];
  const described = ids.filter((part) => part !== null).join(" ");
  return {
    id,
    ...(described ? { "aria-describedby": described } : {}),
    ...(errors?.length ? { "aria-invalid": true } : {}),
  };
}

type FieldProps = Descriptions & {
  id: string;
  label: ReactNode;
  children: ReactNode;
  className?: string;
};

/** A label, a control, what to know about it, and what was wrong with it. */
export function Field({ id, label, hint, errors, children, className = "" }: FieldProps) {
  return (
    <div className={`flex flex-col gap-1.5 ${className}`}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children}
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
      <FieldErrors id={id} errors={errors} />
    </div>
  );
}

export function FieldErrors({
  id,
  errors,
}: {
  id: string;
  errors?: readonly string[] | undefined;
}) {
  if (!errors?.length) return null;
  return (
    <p id={`${id}-error`} className="flex gap-1.5 text-sm font-medium text-bad">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{errors.join(" ")}</span>
    </p>
  );
}

export const CONTROL =
  "w-full rounded-md border border-edge bg-surface px-3 text-base text-ink placeholder:text-faint aria-invalid:border-bad disabled:bg-sunken disabled:text-muted";

type TextFieldProps = Descriptions &
  Omit<ComponentProps<"input">, "id" | "className"> & {
    id: string;
    label: ReactNode;
    mono?: boolean;
    fieldClassName?: string;
  };

export function TextField({
  id,
  label,
  hint,
  errors,
  mono = false,
  fieldClassName = "",
  ...input
}: TextFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} errors={errors} className={fieldClassName}>
      <input
        className={`${CONTROL} h-10 ${mono ? "font-mono" : ""}`}
        {...describe(id, { hint, errors })}
        {...input}
      />
    </Field>
  );
}
