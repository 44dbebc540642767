/** Go's number and duration syntax, and the errors of strconv and time for everything else. */
import { goQuote, goQuoteBytes } from "./go-text";

const TRUE_OR_FALSE = new Set("1 0 t f T F true false TRUE FALSE True False".split(" "));

/** https://pkg.go.dev/strconv#ParseBool; null when the word is fine. */
export const boolProblem = (text: string) =>
  TRUE_OR_FALSE.has(text) ? null : `strconv.ParseBool: parsing ${goQuote(text)}: invalid syntax`;

/** Base 0 of strconv: 0x, 0o, 0b and leading-zero octal, underscores between digits. */
const ANY_BASE =
  /^(?:0[xX](?:_?[\da-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|0(?:_?[0-7])*|[1-9](?:_?\d)*)$/;
const DECIMAL = /^\d+$/;

type IntegerType = { bits: number; signed: boolean; anyBase: boolean };

/** https://pkg.go.dev/strconv#ParseInt; null when the number fits. */
export function integerProblem(text: string, type: IntegerType): string | null {
  const parser = type.signed ? "ParseInt" : "ParseUint";
  const sign = type.signed && /^[+-]/.test(text) ? text.slice(0, 1) : "";
  const digits = text.slice(sign.length);
  const valid = (type.anyBase ? ANY_BASE : DECIMAL).test(digits);
  if (!valid) return `strconv.${parser}: parsing ${goQuote(text)}: invalid syntax`;
  const value = integerValue(digits, type.anyBase);
  const limit = 2n ** BigInt(type.signed ? type.bits - 1 : type.bits);
  const fits = value !== null && (sign === "-" ? value <= limit : value < limit);
  return fits ? null : `strconv.${parser}: parsing ${goQuote(text)}: value out of range`;
}

/** Null when it is too long for any type. */
function integerValue(digits: string, anyBase: boolean): bigint | null {
  const plain = digits.replaceAll("_", "");
  const octal = anyBase && /^0[0-7]+$/.test(plain) ? `0o${plain.slice(1)}` : plain;
  return octal.length > 80 ? null : BigInt(octal);
}

const NANOSECONDS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};
const MOST = 1n << 63n;
const STEP = /(\d*)(?:\.(\d*))?([^.\d]*)/y;

/** https://pkg.go.dev/time#ParseDuration; null when the duration is fine. */
export function durationProblem(text: string): string | null {
  const steps = /^[+-]/.test(text) ? text.slice(1) : text;
  const shown = goQuoteBytes(text);
  if (steps === "0") return null;
  let total = 0n;
  STEP.lastIndex = 0;
  do {
    const [, whole, fraction, unit] = STEP.exec(steps) ?? [];
    const step = { whole: whole ?? "", fraction: fraction ?? "", unit: unit ?? "" };
    const problem = stepProblem(step, shown);
    if (problem !== null) return problem;
    total += stepValue(step);
    if (total > MOST) return `time: invalid duration ${shown}`;
  } while (STEP.lastIndex < steps.length);
  const fits = total < MOST || text.startsWith("-");
  return fits ? null : `time: invalid duration ${shown}`;
}

/** `1.5h`: a number and a unit. */
type DurationStep = { whole: string; fraction: string; unit: string };

function stepProblem({ whole, fraction, unit }: DurationStep, shown: string): string | null {
  const invalid = (whole === "" && fraction === "") || whole.length > 19;
  if (invalid) return `time: invalid duration ${shown}`;
  if (unit === "") return `time: missing unit in duration ${shown}`;
  if (Object.hasOwn(NANOSECONDS, unit)) return null;
  return `time: unknown unit ${goQuoteBytes(unit)} in duration ${shown}`;
}

function stepValue({ whole, fraction, unit }: DurationStep): bigint {
  const nanoseconds = NANOSECONDS[unit] ?? 0n;
  const kept = fraction.slice(0, 18);
  const part = (BigInt(`0${kept}`) * nanoseconds) / 10n ** BigInt(kept.length);
  return BigInt(`0${whole}`) * nanoseconds + part;
}
