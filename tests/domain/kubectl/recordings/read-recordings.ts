/** The recorded lines, and the world they were recorded in. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { TaskContext } from "@/lib/domain/kubectl/model";
import type { Recording } from "@/scripts/kubectl/recording";

const FOLDER = import.meta.dirname;
const CONTEXT = "context.json";

export function readRecordings(): Recording[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".json") && file !== CONTEXT)
    .sort()
    .flatMap((file) => JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Recording[]);
}

export const recordedWorld = JSON.parse(readFileSync(join(FOLDER, CONTEXT), "utf8")) as TaskContext;
