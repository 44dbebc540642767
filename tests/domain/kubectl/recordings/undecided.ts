/**
 * Refusals that neither the line nor the world it was recorded in decides. Each rule names
 * what is missing, and is as narrow as the words allow; everything else must be said.
 */
import type { Recording } from "@/scripts/kubectl/recording";

export type Rule = { because: string; holds: (recording: Recording) => boolean };

const says =
  (pattern: RegExp) =>
  ({ error = "" }: Recording) =>
    pattern.test(error);
const isLine =
  (pattern: RegExp) =>
  ({ line }: Recording) =>
    pattern.test(line);

export const UNDECIDED: readonly Rule[] = [
  {
    because: "the kubeconfig's users and certificates, and the server behind its address",
    holds: says(
      /^error: requesting uid, groups or user-extra for |^error: more than one authentication method found for |^error: unable to read certificate-authority |^Error in configuration: $|^The connection to the server \S+ was refused|^error: server version \(/,
    ),
  },
  { because: "what happens in time", holds: says(/^error: timed out waiting for the condition/) },
  { because: "plugins on the PATH", holds: says(/^error: unable to find any kubectl plugins in /) },
  {
    because: "preferences that another line had saved in the home folder",
    holds: says(/^error: defaults for command "get" already exist, use --overwrite to replace$/),
  },
  {
    because: "the schemas of the API, which the engine does not hold",
    holds: says(/^error: field "[a-z]\w*" does not exist$/),
  },
  {
    because: "words of the fake cluster that a real one does not say",
    holds: says(/^Error from server \(BadRequest\): error decoding patch$/),
  },
  {
    because: "what every real cluster serves and the fake one lacks",
    holds: isLine(
      /^kubectl (?:get --raw \/healthz|explain --output=plaintext-openapiv2 pods|get pods --sort-by \.metadata\.creationTimestamp)$/,
    ),
  },
  {
    because: "what a command substitution prints, what is changed in an editor",
    holds: isLine(/\$\(|^kubectl edit deploy$/),
  },
];
