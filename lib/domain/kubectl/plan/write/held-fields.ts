/**
 * `kubectl apply --overwrite=false` refuses what the server's object says otherwise. The
 * note of what was applied last counts as a field that others have changed: where it is
 * kept, only the very text it holds is let through.
 */
import { mergeKeysOf } from "../../state/strategic-patch";
import type { FileObject } from "../file-objects";
import { equalJson, isObject } from "../json-path";
import { refuse } from "../plan-failure";
import type { PlanInput } from "../plan-input";
import type { Json, JsonObject } from "../plan-model";
import { LAST_APPLIED } from "./last-applied";

export function heldFieldsProblem(input: PlanInput, files: readonly FileObject[]) {
  const { flags, world, dryRun } = input;
  if (flags.bool("overwrite") || flags.bool("server-side") || dryRun === "client") return null;
  const held = files.find(({ object, target }) => {
    const found = object && world.find(target);
    return found !== null && typeof found !== "string" && isHeld(object, found as JsonObject);
  });
  if (!held) return null;
  return refuse(
    "needs-overwrite",
    "error: error when applying patch:",
    flags.span("overwrite"),
    `The server's ${held.target.name ?? "object"} has other values: leave --overwrite=false out to replace them.`,
  );
}

function isHeld(wanted: FileObject["object"], found: JsonObject): boolean {
  const applied = lastApplied(found);
  const sent = wanted as JsonObject | null;
  if (!sent) return false;
  return applied ? !equalJson(withoutNote(sent), withoutNote(applied)) : differs(sent, found, "");
}

function lastApplied({ metadata }: JsonObject): JsonObject | null {
  const annotations = isObject(metadata) ? metadata["annotations"] : undefined;
  const text = isObject(annotations) ? annotations[LAST_APPLIED] : undefined;
  if (typeof text !== "string") return null;
  try {
    const applied = JSON.parse(text) as Json;
    return isObject(applied) ? applied : null;
  } catch {
    return null;
  }
}

/** kubectl notes the namespace and an empty map of annotations where the file has none. */
function withoutNote({ metadata, ...rest }: JsonObject): JsonObject {
  if (!isObject(metadata)) return rest;
  const { namespace: _, annotations = {}, ...kept } = metadata;
  return { ...rest, metadata: { ...kept, annotations } };
}

/** Whether a value that is there would get another; what is only added is no matter. */
function differs(wanted: Json, found: Json | undefined, name: string): boolean {
  if (found === undefined) return false;
  if (isObject(wanted) && isObject(found)) {
    return Object.entries(wanted).some(([key, value]) => differs(value, found[key], key));
  }
  const keys = Array.isArray(wanted) ? mergeKeysOf(name, wanted[0]) : [];
  if (!Array.isArray(wanted) || !Array.isArray(found) || keys.length === 0) {
    return !equalJson(wanted, found);
  }
  return wanted.some((item) => {
    const same = found.find(
      (other) =>
        isObject(item) && isObject(other) && keys.every((key) => equalJson(item[key], other[key])),
    );
    return same !== undefined && differs(item, same, "");
  });
}
