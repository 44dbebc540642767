/** Label and field selectors, as the server applies them to lists. */
import { objectAt, textAt, type JsonObject } from "./json";

export function matchesLabels(object: JsonObject, selector: string): boolean {
  const labels = objectAt(object, "metadata", "labels");
  return splitSelector(selector).every((term) => matchesTerm(labels, term));
}

export function matchesFields(object: JsonObject, selector: string): boolean {
  return selector
    .split(",")
    .filter((term) => term !== "")
    .every((term) => {
      const [, path = "", operator = "=", value = ""] = /^([^=!]+)(!=|==?)(.*)$/.exec(term) ?? [];
      const equal = textAt(object, ...path.split(".")) === value;
      return operator === "!=" ? !equal : equal;
    });
}

/** Commas inside `in (a,b)` do not separate terms. */
const splitSelector = (selector: string) =>
  selector.split(/,(?![^(]*\))/).filter((term) => term !== "");

function matchesTerm(labels: JsonObject, term: string): boolean {
  const set = /^\s*(\S+)\s+(in|notin)\s+\(([^)]*)\)\s*$/.exec(term);
  if (set) {
    const [, key = "", operator, list = ""] = set;
    const value = labels[key];
    const among = typeof value === "string" && list.split(",").some((one) => one.trim() === value);
    return operator === "in" ? among : !among;
  }
  const equality = /^([^=!]+)(!=|==?)(.*)$/.exec(term);
  if (equality) {
    const [, key = "", operator, value = ""] = equality;
    return operator === "!=" ? labels[key] !== value : labels[key] === value;
  }
  return term.startsWith("!") ? !(term.slice(1) in labels) : term in labels;
}
