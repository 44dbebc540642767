/** Templates of -o that kubectl cannot read. */
import { goTemplateProblem } from "./go-template-syntax";
import { jsonPathProblem, relaxedPathProblem, strayIdentifier } from "./json-path-syntax";

/** kubectl's words and a hint; null when the template can be read. */
export type TemplateProblem = { message: string; hint: string | null };

export function templateProblem(format: string, template: string): TemplateProblem | null {
  switch (format) {
    case "jsonpath":
    case "jsonpath-as-json":
      return pathProblem(template);
    case "go-template":
    case "template":
      return goProblem(template);
    case "custom-columns":
      return columnsProblem(template);
    default:
      return null;
  }
}

function pathProblem(template: string): TemplateProblem | null {
  const problem = jsonPathProblem(template);
  if (problem !== null) {
    const hint = "Every { needs its }, every [ its ]: {.items[*].metadata.name}.";
    return { message: `error: error parsing jsonpath ${template}, ${problem}`, hint };
  }
  const word = strayIdentifier(template);
  if (word === null) return null;
  return {
    message: `error: error executing jsonpath ${JSON.stringify(template)}: Error executing template: unrecognized identifier ${word}. Printing more information for debugging the template: `,
    hint: `A field begins with a dot: .${word}.`,
  };
}

function goProblem(template: string): TemplateProblem | null {
  const problem = goTemplateProblem(template);
  if (problem === null) return null;
  const hint = "Every {{ needs its }}, every range and if its {{end}}; a field begins with a dot.";
  return { message: `error: error parsing template ${template}, ${problem}`, hint };
}

function columnsProblem(template: string): TemplateProblem | null {
  const hint = "Write NAME:.metadata.name for each column, commas between them.";
  for (const column of template.split(",")) {
    const colon = column.indexOf(":");
    if (colon < 0) {
      const message = `error: unexpected custom-columns spec: ${column}, expected <header>:<json-path-expr>`;
      return { message, hint };
    }
    const problem = relaxedPathProblem(column.slice(colon + 1));
    if (problem !== null) return { message: `error: ${problem}`, hint };
  }
  return null;
}
