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
const STEP = /(\d*)(?:(\.)(\d*))?([^.\d]*)/y;

/** https://pkg.go.dev/time#ParseDuration; null when the duration is fine. */
export function durationProblem(text: string): string | null {
  const negative = text.startsWith("-");
  const steps = /^[+-]/.test(text) ? text.slice(1) : text;
  if (steps === "0") return null;
  const invalid = `time: invalid duration ${goQuoteBytes(text)}`;
  if (steps === "") return invalid;
  let total = 0n;
  STEP.lastIndex = 0;
  while (STEP.lastIndex < steps.length) {
    const [, whole = "", , fraction = "", unit = ""] = STEP.exec(steps) ?? [];
    if (whole === "" && fraction === "") return invalid;
    if (whole.length > 19) return invalid;
    if (unit === "") return `time: missing unit in duration ${goQuoteBytes(text)}`;
    const nanoseconds = NANOSECONDS[unit];
    if (nanoseconds === undefined) {
      return `time: unknown unit ${goQuoteBytes(unit)} in duration ${goQuoteBytes(text)}`;
    }
    const part = (BigInt(`0${fraction.slice(0, 18)}`) * nanoseconds) / 10n ** BigInt(Math.min(fraction.length, 18)); // prettier-ignore
    total += BigInt(whole || "0") * nanoseconds + part;
    if (total > MOST) return invalid;
  }
  return total === MOST && !negative ? invalid : null;
}
