/** The objects of a line that takes either files or TYPE NAME words. */
import { ok } from "../../result";
import type { ShellWord } from "../invocation";
import { hasFiles, readFileObjects } from "./file-objects";
import type { Planned } from "./plan-failure";
import { refuse } from "./plan-failure";
import type { PlanInput } from "./plan-input";
import type { Target } from "./plan-model";
import type { SelectOptions } from "./select-targets";
import { selectTargets } from "./select-targets";

export function chooseTargets(
  input: PlanInput,
  args: readonly ShellWord[],
  options: SelectOptions,
): Planned<Target[]> {
  if (!hasFiles(input)) return selectTargets(input, args, options);
  const files = readFileObjects(input);
  const first = args[0];
  if (first && files.ok) return filesAndWords(first);
  return files.ok ? ok(files.value.map((file) => file.target)) : files;
}

/** Objects are named either by files or by words. */
export const filesAndWords = (first: ShellWord) =>
  refuse(
    "files-and-types",
    first.text.includes("/")
      ? "error: resource/name arguments cannot be provided when a path is specified"
      : "error: when paths, URLs, or stdin is provided as input, you may not specify resource arguments as well",
    first,
    "Name the objects either by file or by type and name.",
  );

/** One object by name; for commands that make something from it (expose, autoscale). */
export const typeAndName = ({ type, name }: Target) =>
  `${type.group === "" ? type.resource : `${type.resource}.${type.group}`}/${name ?? ""}`;
