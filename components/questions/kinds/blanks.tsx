import { BlankFields } from "@/components/questions/blank-fields";
import type { ViewOf } from "@/components/questions/kind-view";

type Draft = { values: Record<string, string> };

export const blanksView: ViewOf<"blanks", Draft> = {
  typed: true,
  keys: "Tab goes to the next blank, Enter sends",
  start: () => ({ values: {} }),
  toAnswer: ({ values }, { segments }) => {
    const names = segments.flatMap((part) => ("blank" in part ? [part.blank] : []));
    const filled = names.every((name) => values[name]?.trim());
    return filled ? { kind: "blanks", values } : null;
  },
  toKeep: ({ values }) =>
    Object.values(values).every((value) => value === "") ? null : { kind: "blanks", values },
  resume: ({ values }) => ({ values }),
  Ask: ({ body, draft, onChange, disabled, promptId }) => (
    <BlankFields
      body={body}
      values={draft.values}
      disabled={disabled}
      promptId={promptId}
      onFill={(blank, value) => {
        onChange({ values: { ...draft.values, [blank]: value } });
      }}
    />
  ),
};
