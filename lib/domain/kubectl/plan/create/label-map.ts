/** "app=web,tier=fe" as a map; null when an entry is not key=value. */
import type { JsonObject } from "../plan-model";

export function parseLabelMap(text: string): JsonObject | null {
  const labels: JsonObject = {};
  for (const part of text.split(",")) {
    const pieces = part.split("=");
    const [key = "", value = ""] = pieces;
    if (pieces.length !== 2 || key === "") return null;
    labels[key] = value;
  }
  return labels;
}

/** What kubectl says of a text that is no map. */
export function labelMapProblem(text: string): string {
  const wrong = text
    .split(",")
    .find((part) => part.split("=").length !== 2 || part.startsWith("="));
  const isEmptyKey = wrong?.startsWith("=") === true && wrong.split("=").length === 2;
  return isEmptyKey ? "unexpected empty label key" : `unexpected label spec: ${wrong ?? text}`;
}

/** For flags that pflag has checked already. */
export const readLabelMap = (text: string): JsonObject => parseLabelMap(text) ?? {};
