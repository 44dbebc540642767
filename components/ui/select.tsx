import { ChevronDown } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";

import { CONTROL, describe, Field } from "@/components/ui/field";

type SelectProps = Omit<ComponentProps<"select">, "className"> & { compact?: boolean };

/** The browser's own list: every keyboard, phone and screen reader knows it. */
export function Select({ compact = false, ...rest }: SelectProps) {
  return (
    <span className="relative block">
      <select
        className={`${CONTROL} appearance-none truncate pe-9 ${compact ? "h-9 text-sm" : "h-10"}`}
        {...rest}
      />
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute end-2.5 top-1/2 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  );
}

type SelectFieldProps = SelectProps & {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  fieldClassName?: string;
};

export function SelectField({
  id,
  label,
  hint,
  errors,
  fieldClassName = "",
  ...rest
}: SelectFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} errors={errors} className={fieldClassName}>
      <Select {...describe(id, { hint, errors })} {...rest} />
    </Field>
  );
}
