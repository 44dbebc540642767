/**
 * What a flag makes of its value, by pflag's type: the entries of a list, or why
 * kubectl refuses the value. The messages are those of Go's standard library.
 */
import type { FlagSpec } from "../tables/tables";
import type { Result } from "../../result";
import { err, ok } from "../../result";
import { splitCsv } from "./go-csv";
import { boolProblem, durationProblem, integerProblem } from "./go-numbers";
import { goQuote } from "./go-text";

/** The entries that a value stands for, or the reason after `invalid argument … flag: `. */
export function valuesOf(spec: FlagSpec, value: string): Result<string[], string> {
  switch (spec.type) {
    case "string":
    case "stringArray":
      return ok([value]);
    case "stringSlice":
      return splitCsv(value);
    case "stringToString":
      return splitPairs(value);
    case "mapStringString":
      return splitPlainPairs(value);
    case "bool":
      return scalar(value, boolProblem(value));
    case "duration":
      return scalar(value, durationProblem(value));
    case "int":
      return scalar(value, integerProblem(value, { bits: 64, signed: true, anyBase: true }));
    case "uint":
      return scalar(value, integerProblem(value, { bits: 64, signed: false, anyBase: true }));
    case "int32": {
      // The log level is klog's own type, which reads plain decimals only.
      const anyBase = spec.name !== "v";
      return scalar(value, integerProblem(value, { bits: 32, signed: true, anyBase }));
    }
    case "custom":
      return scalar(value, spec.name === "vmodule" ? moduleProblem(value) : flushProblem(value));
  }
}

/** The whole message that kubectl prints after `error: `. */
export function invalidArgument(spec: FlagSpec, value: string, reason: string): string {
  const name = spec.shorthand === null ? `--${spec.name}` : `-${spec.shorthand}, --${spec.name}`;
  return `invalid argument ${goQuote(value)} for "${name}" flag: ${reason}`;
}

const scalar = (value: string, problem: string | null): Result<string[], string> =>
  problem === null ? ok([value]) : err(problem);

/** `a=1,b=2`; a value with one `=` is one pair, commas included. */
function splitPairs(value: string): Result<string[], string> {
  const equals = value.split("=").length - 1;
  const pairs = equals > 1 ? splitCsv(value) : ok([value.replace(/^"+|"+$/g, "")]);
  if (!pairs.ok) return pairs;
  const broken = pairs.value.find((pair) => !pair.includes("="));
  return broken === undefined ? pairs : err(`${broken} must be formatted as key=value`);
}

function splitPlainPairs(value: string): Result<string[], string> {
  const pairs = value.split(",").filter((pair) => pair !== "");
  const broken = pairs.some((pair) => !pair.includes("="));
  return broken ? err("malformed pair, expect string=string") : ok(pairs);
}

/** klog's `--vmodule`: file=N pairs. */
function moduleProblem(value: string): string | null {
  for (const pair of value.split(",")) {
    if (pair === "") continue;
    const [file = "", level = "", more] = pair.split("=");
    const syntax = "syntax error: expect comma-separated list of filename=N";
    if (file === "" || level === "" || more !== undefined) return syntax;
    if (integerProblem(level, { bits: 32, signed: true, anyBase: false }) !== null) return syntax;
    if (level.startsWith("-") && Number(level) < 0) return "negative value for vmodule level";
  }
  return null;
}

/** A flag of Go's own flag package, which does not say more. */
const flushProblem = (value: string) => (durationProblem(value) === null ? null : "parse error");
