/**
 * Label and field selectors in kubectl's syntax, in one canonical spelling.
 *
 *   requirement = key | !key | key (= | == | !=) value | key (in | notin) (v, …)
 *
 * Order of requirements and of values does not matter to the server; `==` is `=`,
 * and `key in (v)` is `key=v`.
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 */
export type Requirement = {
  key: string;
  operator: "in" | "notin" | "exists" | "absent";
  values: readonly string[];
};

const SET_BASED = /^([^\s=!,()]+)\s+(in|notin)\s*\(([^()]*)\)$/;
const EQUALITY = /^([^\s=!,()]+)\s*(==|=|!=)\s*([^\s=!,()]*)$/;
const EXISTENCE = /^(!?)\s*([^\s=!,()]+)$/;

/** Null when the text is not a selector. An empty text selects everything: no requirements. */
export function parseLabelSelector(text: string): Requirement[] | null {
  const requirements: Requirement[] = [];
  for (const part of splitOutsideParens(text)) {
    const requirement = parseRequirement(part.trim());
    if (!requirement) return null;
    requirements.push(requirement);
  }
  return requirements;
}

function parseRequirement(text: string): Requirement | null {
  const set = SET_BASED.exec(text);
  if (set) {
    const values = (set[3] ?? "").split(",").map((value) => value.trim());
    return {
      key: set[1] ?? "",
      operator: set[2] === "in" ? "in" : "notin",
      values: [...new Set(values)].sort(),
    };
  }
  const equality = EQUALITY.exec(text);
  if (equality) {
    const operator = equality[2] === "!=" ? "notin" : "in";
    return { key: equality[1] ?? "", operator, values: [equality[3] ?? ""] };
  }
  const existence = EXISTENCE.exec(text);
  if (!existence) return null;
  const operator = existence[1] === "!" ? "absent" : "exists";
  return { key: existence[2] ?? "", operator, values: [] };
}

function splitOutsideParens(text: string): string[] {
  if (text.trim() === "") return [];
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index);
    if (char === "(") depth++;
    else if (char === ")") depth--;
    else if (char === "," && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/** The one spelling of a label selector; null when the text is none. */
export function canonicalLabelSelector(text: string): string | null {
  const requirements = parseLabelSelector(text);
  if (!requirements) return null;
  return [...new Set(requirements.map(writeRequirement))].sort().join(",");
}

function writeRequirement({ key, operator, values }: Requirement): string {
  switch (operator) {
    case "exists":
      return key;
    case "absent":
      return `!${key}`;
    case "in":
      return values.length === 1 ? `${key}=${values[0] ?? ""}` : `${key} in (${values.join(",")})`;
    case "notin":
      return values.length === 1
        ? `${key}!=${values[0] ?? ""}`
        : `${key} notin (${values.join(",")})`;
  }
}

/** Field selectors are a list of `path=value`, `path==value`, `path!=value`. */
export function canonicalFieldSelector(text: string): string | null {
  const terms: string[] = [];
  for (const part of text.split(",")) {
    const term = /^\s*([^=!\s]+)\s*(==|=|!=)\s*(.*)$/.exec(part);
    if (!term) return null;
    terms.push(`${term[1] ?? ""}${term[2] === "!=" ? "!=" : "="}${term[3] ?? ""}`);
  }
  return [...new Set(terms)].sort().join(",");
}

/** Whether labels satisfy every requirement, as the API server decides it. */
export function matchesLabels(
  requirements: readonly Requirement[],
  labels: Readonly<Record<string, unknown>>,
): boolean {
  return requirements.every(({ key, operator, values }) => {
    const value = labels[key];
    const present = typeof value === "string";
    switch (operator) {
      case "exists":
        return present;
      case "absent":
        return !present;
      case "in":
        return present && values.includes(value);
      case "notin":
        return !present || !values.includes(value);
    }
  });
}
