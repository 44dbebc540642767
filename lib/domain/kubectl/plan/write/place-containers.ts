/**
 * Which containers `kubectl set` changes: those whose names match, init containers
 * included. `*` in a name stands for any characters.
 */
import { getAt, isObject } from "../json-path";
import type { PlanInput } from "../plan-input";
import type { Json, JsonObject, Origin, Target } from "../plan-model";

/** A change of the pod spec, its containers named as the object names them, and where it was typed. */
export type PlacedChange = { podSpec: JsonObject; origins: readonly Origin[] };

const LISTS = ["containers", "initContainers"] as const;

/** Unchanged where the object is not known. */
export function placeContainers(
  input: PlanInput,
  target: Target,
  specPath: readonly string[],
  change: PlacedChange,
): PlacedChange {
  const { containers: patches, ...rest } = change.podSpec;
  const found = target.name === null ? "unknown" : input.world.find(target);
  if (!Array.isArray(patches) || typeof found === "string") return change;
  const spec = getAt(found as JsonObject, specPath);
  const podSpec: JsonObject = { ...rest };
  const origins: Origin[] = [...change.origins];
  for (const list of LISTS) {
    const names = namesIn(isObject(spec) ? spec[list] : undefined);
    const placed = names.flatMap((name) =>
      patches.filter(isObject).flatMap((patch) => {
        const pattern = patch["name"];
        if (typeof pattern !== "string" || !matchesName(pattern, name)) return [];
        origins.push(...renamed(change.origins, pattern, `${list}.${name}`));
        return [{ ...patch, name }];
      }),
    );
    if (placed.length > 0) podSpec[list] = placed;
  }
  return { podSpec, origins };
}

const namesIn = (list: Json | undefined): string[] =>
  Array.isArray(list)
    ? list.flatMap((item) =>
        isObject(item) && typeof item["name"] === "string" ? [item["name"]] : [],
      )
    : [];

/**
 * Whether a container's name is meant by a pattern such as "web", "side*" or "*".
 * Looser than it seems, as kubectl's own matching is: what stands before the first
 * star may be found anywhere in the name.
 */
function matchesName(pattern: string, name: string): boolean {
  if (!pattern.includes("*")) return pattern === name;
  const parts = pattern.split("*");
  let from = 0;
  for (const [index, part] of parts.entries()) {
    if (part === "") continue;
    const next = name.slice(from).indexOf(part);
    const last = index === parts.length - 1;
    if (next < from || (last && name.length !== part.length + next)) return false;
    from = next;
  }
  return true;
}

const renamed = (origins: readonly Origin[], pattern: string, place: string): Origin[] => {
  const from = `containers.${pattern}`;
  return origins
    .filter(({ path }) => path === from || path.startsWith(`${from}.`))
    .map(({ path, span }) => ({ path: `${place}${path.slice(from.length)}`, span }));
};
