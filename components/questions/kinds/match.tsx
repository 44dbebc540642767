import type { ViewOf } from "@/components/questions/kind-view";
import { MatchRows } from "@/components/questions/match-rows";

type Draft = { rights: (number | null)[] };

export const matchView: ViewOf<"match", Draft> = {
  typed: true,
  keys: "In a list: type a number to pick, Tab to go on",
  start: ({ lefts }) => ({ rights: lefts.map(() => null) }),
  toAnswer: ({ rights }) => (rights.includes(null) ? null : { kind: "match", rights }),
  toKeep: ({ rights }) =>
    rights.every((right) => right === null) ? null : { kind: "match", rights },
  resume: ({ rights }, { lefts }) => ({ rights: lefts.map((_, left) => rights[left] ?? null) }),
  Ask: ({ body, draft, onChange, disabled, promptId }) => (
    <MatchRows
      lefts={body.lefts}
      rights={body.rights}
      picks={draft.rights}
      disabled={disabled}
      promptId={promptId}
      onPick={(left, right) => {
        onChange({ rights: draft.rights.with(left, right) });
      }}
    />
  ),
};
