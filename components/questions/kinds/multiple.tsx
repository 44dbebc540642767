import type { ViewOf } from "@/components/questions/kind-view";
import { indexOfKey, PickList, toggled } from "@/components/questions/pick-list";

type Draft = { picks: number[] };

export const multipleView: ViewOf<"multiple", Draft> = {
  typed: false,
  keys: "1–9 tick an option",
  start: () => ({ picks: [] }),
  toAnswer: ({ picks }) => (picks.length === 0 ? null : { kind: "multiple", picks }),
  toKeep: ({ picks }) => (picks.length === 0 ? null : { kind: "multiple", picks }),
  resume: ({ picks }) => ({ picks }),
  press: ({ picks }, key, { options }) => {
    const pick = indexOfKey(key, options.length);
    return pick === null ? null : { picks: toggled(picks, pick) };
  },
  Ask: ({ body, draft, onChange, disabled, promptId }) => (
    <PickList
      legend="Pick all that are right"
      name={`${promptId}-pick`}
      options={body.options}
      picks={draft.picks}
      many
      disabled={disabled}
      onPick={(pick) => {
        onChange({ picks: toggled(draft.picks, pick) });
      }}
    />
  ),
};
