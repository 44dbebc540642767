import type { ViewOf } from "@/components/questions/kind-view";
import { indexOfKey, PickList } from "@/components/questions/pick-list";

type Draft = { pick: number | null };

export const singleView: ViewOf<"single", Draft> = {
  typed: false,
  keys: "1–9 pick an option",
  start: () => ({ pick: null }),
  toAnswer: ({ pick }) => (pick === null ? null : { kind: "single", pick }),
  toKeep: ({ pick }) => (pick === null ? null : { kind: "single", pick }),
  resume: ({ pick }) => ({ pick }),
  press: (_draft, key, { options }) => {
    const pick = indexOfKey(key, options.length);
    return pick === null ? null : { pick };
  },
  Ask: ({ body, draft, onChange, disabled, promptId }) => (
    <PickList
      legend="Pick one"
      name={`${promptId}-pick`}
      options={body.options}
      picks={draft.pick === null ? [] : [draft.pick]}
      many={false}
      disabled={disabled}
      onPick={(pick) => {
        onChange({ pick });
      }}
    />
  ),
};
