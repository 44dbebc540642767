import type { ViewOf } from "@/components/questions/kind-view";
import { indexOfKey, PickList } from "@/components/questions/pick-list";
import { Kbd } from "@/components/ui/kbd";

type Draft = { value: boolean | null; reason: number | null };

const VALUES = [
  { value: true, word: "True", key: "T" },
  { value: false, word: "False", key: "F" },
];

export const trueFalseView: ViewOf<"true-false", Draft> = {
  typed: false,
  keys: "T or F judges the statement, 1–9 pick the reason",
  start: () => ({ value: null, reason: null }),
  toAnswer: ({ value, reason }) =>
    value === null || reason === null ? null : { kind: "true-false", value, reason },
  toKeep: ({ value, reason }) => (value === null ? null : { kind: "true-false", value, reason }),
  resume: ({ value, reason }) => ({ value, reason }),
  press: (draft, key, { reasons }) => {
    const said = VALUES.find((choice) => choice.key === key.toUpperCase());
    if (said) return { ...draft, value: said.value };
    const reason = indexOfKey(key, reasons.length);
    return reason === null ? null : { ...draft, reason };
  },
  Ask: ({ body, draft, onChange, disabled, promptId }) => (
    <div className="flex flex-col gap-5">
      <TruthValues
        name={`${promptId}-value`}
        picked={draft.value}
        disabled={disabled}
        onPick={(value) => {
          onChange({ ...draft, value });
        }}
      />
      <PickList
        legend="Because…"
        name={`${promptId}-reason`}
        options={body.reasons}
        picks={draft.reason === null ? [] : [draft.reason]}
        many={false}
        disabled={disabled}
        onPick={(reason) => {
          onChange({ ...draft, reason });
        }}
      />
    </div>
  ),
};

type TruthValuesProps = {
  name: string;
  picked: boolean | null;
  disabled: boolean;
  onPick: (value: boolean) => void;
};

function TruthValues({ name, picked, disabled, onPick }: TruthValuesProps) {
  return (
    <fieldset>
      <legend className="mb-2 text-sm text-muted">Is this true or false?</legend>
      <div className="grid grid-cols-2 gap-2">
        {VALUES.map(({ value, word, key }) => (
          <label
            key={word}
            className="relative flex h-12 items-center justify-center gap-2.5 rounded-lg border border-line bg-surface font-medium transition-colors hover:border-edge has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent-strong has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-disabled:opacity-70"
          >
            <input
              type="radio"
              name={name}
              checked={picked === value}
              disabled={disabled}
              onChange={() => {
                onPick(value);
              }}
              className="absolute inset-0 size-full appearance-none opacity-0"
            />
            {word}
            <Kbd className="text-faint">{key}</Kbd>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
