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
  if (spec.type === "stringSlice") return splitCsv(value);
  if (spec.type === "stringToString") return splitPairs(value);
  if (spec.type === "mapStringString") return splitPlainPairs(value);
  const problem = SCALARS[spec.type](value, spec);
  return problem === null ? ok([value]) : err(problem);
}

type ScalarType = Exclude<FlagSpec["type"], "stringSlice" | "stringToString" | "mapStringString">;
type Check = (value: string, spec: FlagSpec) => string | null;

const anything: Check = () => null;

const SCALARS: Readonly<Record<ScalarType, Check>> = {
  string: anything,
  stringArray: anything,
  bool: boolProblem,
  duration: durationProblem,
  int: (value) => integerProblem(value, { bits: 64, signed: true, anyBase: true }),
  uint: (value) => integerProblem(value, { bits: 64, signed: false, anyBase: true }),
  // The log level is klog's own type, which reads plain decimals only.
  int32: (value, { name }) =>
    integerProblem(value, { bits: 32, signed: true, anyBase: name !== "v" }),
  custom: (value, { name }) => (name === "vmodule" ? moduleProblem(value) : flushProblem(value)),
};

/** The whole message that kubectl prints after `error: `. */
export function invalidArgument(spec: FlagSpec, value: string, reason: string): string {
  const name = spec.shorthand === null ? `--${spec.name}` : `-${spec.shorthand}, --${spec.name}`;
  return `invalid argument ${goQuote(value)} for "${name}" flag: ${reason}`;
}

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
