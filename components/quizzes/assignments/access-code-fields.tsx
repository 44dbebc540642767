"use client";

import { useState } from "react";

import { TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select";

type AccessCodeFieldsProps = { hasCode: boolean; errors: readonly string[] | undefined };

/** Keeps, sets or takes away the code that starts an attempt. */
export function AccessCodeFields({ hasCode, errors }: AccessCodeFieldsProps) {
  const [change, setChange] = useState(hasCode ? "keep" : "none");
  return (
    <div className="flex flex-col gap-3">
      <SelectField
        id="code-change"
        name="codeChange"
        label="Access code"
        value={change}
        onChange={(event) => {
          setChange(event.target.value);
        }}
      >
        {hasCode ? <option value="keep">Keep the one there is</option> : null}
        <option value="none">None</option>
        <option value="set">{hasCode ? "Set another" : "Set one"}</option>
      </SelectField>
      {change === "set" ? (
        <TextField
          id="new-code"
          name="accessCode"
          label="New access code"
          autoComplete="off"
          errors={errors}
        />
      ) : null}
    </div>
  );
}
