/**
 * Why a pair may be judged otherwise than the fake server's log suggests. Each rule was
 * made by reading every pair that it covers.
 *
 * Equal pairs differ in their requests where the server, or whoever reads, makes no
 * difference; near misses send the same where the difference is not in the requests, or
 * where the recorded world happens to be too small to show it.
 */
import type { Pair } from "./read-pairs";

export type Explanation = {
  because: string;
  expected: Pair["expected"];
  holds: (pair: Pair) => boolean;
};

const answer =
  (pattern: RegExp) =>
  (pair: Pair): boolean =>
    pattern.test(pair.answer);
const either =
  (pattern: RegExp) =>
  (pair: Pair): boolean =>
    pattern.test(pair.answer) || pattern.test(pair.accept);
const RIGHT: readonly Omit<Explanation, "expected">[] = [
  {
    because:
      "generators write the namespace that -n names into the object; it is the one of the context",
    holds: answer(/(?:^|\s)(?:-n[ =]?|--namespace[ =])default\b/),
  },
  {
    because: "a manifest leaves out, or writes out, what the server fills in",
    holds: either(/<<|\b(?:apply|create|replace)\b.* -f|\| kubectl/),
  },
  {
    because: "the order of verbs, resources, ports, subjects or terms means nothing",
    holds: either(
      /--verb|--non-resource-url|--tcp|--for pod|--user|-l |--selector|--field-selector|--address|--env|scale .*--replicas|delete p|label p|get [a-z]+,[a-z]+/,
    ),
  },
  {
    because:
      "the server fills in what the flag says (--type=ClusterIP, --type=Opaque, --protocol=TCP)",
    holds: answer(/--type=(?:ClusterIP|Opaque)|--protocol[ =]TCP|--restart=Always/),
  },
  {
    because: "several lines end where one ends",
    holds: either(/\n|&&|;/),
  },
  {
    because: "another verb or patch type leaves the same object",
    holds: either(/\bpatch\b/),
  },
  {
    because: "config set and unset write what its other commands write",
    holds: answer(/config (?:un)?set /),
  },
  {
    because: "the pod or container that debug makes has a name that ends at random",
    holds: answer(/\bdebug\b/),
  },
  {
    because:
      "a terminal, a copy to a file or a last blank adds to what is shown, and harms nothing",
    holds: answer(/exec -i|exec -it|\| tee |\\n"\}|\{" "\}|\} \{end\}|--save-config|-o name/),
  },
  {
    because: "the fake server does not serve what the line reads",
    holds: answer(/\bexplain\b|--raw|creationTimestamp/),
  },
  {
    because: "an amount is the same in another unit",
    holds: answer(/--(?:hard|limits|requests)[ =]/),
  },
  {
    because:
      "the recorder takes a typed client's body from a dry run, and cannot where --dry-run is given",
    holds: answer(/--dry-run=none/),
  },
  {
    because: "a decision that is made twice is made, a terminal that is refused is none",
    holds: answer(/certificate approve jane jane|-it=false/),
  },
];

const WRONG: readonly Omit<Explanation, "expected">[] = [
  { because: "who asks is in a header", holds: either(/--as[ =]/) },
  {
    because: "what is printed, and into which file, is not sent",
    holds: either(
      / > |-o (?:json|wide)\b|--sort-by|--containers|custom-columns|config view|--types/,
    ),
  },
  {
    because: "the recorded cluster is too small to show what else would be hit",
    holds: answer(
      /--all\b|--field-selector metadata\.name|restart deployment -n|drain node-3 --delete/,
    ),
  },
  {
    because: "what happens on the learner's own side: terminals, ports, waiting, --rm",
    holds: either(/port-forward|exec -i|--rm|\bwait\b|rollout status|--all-containers/),
  },
  {
    because: "the same subresource is written to, with another body that the log leaves out",
    holds: answer(/certificate deny/),
  },
  {
    because: "the task says which way: a revision, a context, two lines that undo each other",
    holds: either(/rollout undo|--context|uncordon/),
  },
  {
    because: "the only one of the recorded cluster is found another way",
    holds: answer(/rollout restart ds -n|exec deploy\/web/),
  },
  {
    because: "columns and local paths are not sent",
    holds: either(/--show-labels|\bcp\b/),
  },
  { because: "kustomize only prints here", holds: either(/kustomize/) },
];

export const EXPLANATIONS: readonly Explanation[] = [
  ...RIGHT.map((rule) => ({ ...rule, expected: "right" as const })),
  ...WRONG.map((rule) => ({ ...rule, expected: "wrong" as const })),
];

export const explanationOf = (pair: Pair): string | null =>
  EXPLANATIONS.find((rule) => rule.expected === pair.expected && rule.holds(pair))?.because ?? null;
