/**
 * Kubernetes quantities ("500m", "1Gi", "1e3") in their canonical spelling: no
 * fraction, the largest suffix that keeps the number whole.
 * https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
type Family = "decimal" | "binary" | "exponent";

const SYNTAX =
  /^([+-]?)(\d+(?:\.\d*)?|\.\d+)((?:Ki|Mi|Gi|Ti|Pi|Ei)|(?:[numkMGTPE]?)|(?:[eE][+-]?\d+))$/;
const BINARY = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];
const DECIMAL: readonly [string, number][] = [
  ["E", 18],
  ["P", 15],
  ["T", 12],
  ["G", 9],
  ["M", 6],
  ["k", 3],
  ["", 0],
  ["m", -3],
  ["u", -6],
  ["n", -9],
];
/** Values are kept as whole nanos, the smallest unit kubectl keeps. */
const NANO = 9;

/** Null when the text is not a quantity. */
export function canonicalQuantity(text: string): string | null {
  const parsed = parseQuantity(text);
  return parsed && writeQuantity(parsed.nanos, parsed.family);
}

/** The shortest spelling of an amount, in whichever family it was typed: 1Gi for 1073741824. */
export function shortestQuantity(text: string): string | null {
  const parsed = parseQuantity(text);
  if (!parsed) return null;
  const decimal = writeQuantity(parsed.nanos, "decimal");
  const binary = writeQuantity(parsed.nanos, "binary");
  return binary.length < decimal.length ? binary : decimal;
}

function parseQuantity(text: string): { nanos: bigint; family: Family } | null {
  const match = SYNTAX.exec(text);
  if (!match) return null;
  const [, sign = "", digits = "", suffix = ""] = match;
  const family = familyOf(suffix);
  const [whole = "", fraction = ""] = digits.split(".");
  const unscaled = BigInt(whole + fraction || "0");
  const power = NANO - fraction.length + decimalPower(suffix);
  const binary = BINARY.indexOf(suffix);
  const factor = family === "binary" && binary > 0 ? 1024n ** BigInt(binary) : 1n;
  const nanos = scaleByTen(unscaled * factor, power);
  return { nanos: sign === "-" ? -nanos : nanos, family };
}

function familyOf(suffix: string): Family {
  if (suffix.endsWith("i")) return "binary";
  return /^[eE]./.test(suffix) ? "exponent" : "decimal";
}

function decimalPower(suffix: string): number {
  if (/^[eE]./.test(suffix)) return Number(suffix.slice(1));
  return DECIMAL.find(([name]) => name === suffix)?.[1] ?? 0;
}

/** Rounds up what is finer than a nano, as the API server does. */
function scaleByTen(value: bigint, power: number): bigint {
  if (power >= 0) return value * 10n ** BigInt(Math.min(power, 60));
  const divisor = 10n ** BigInt(-power);
  return (value + divisor - 1n) / divisor;
}

function writeQuantity(nanos: bigint, family: Family): string {
  if (nanos === 0n) return "0";
  const one = 10n ** BigInt(NANO);
  if (family === "binary" && nanos % one === 0n && abs(nanos) >= 1024n * one) {
    return writeBinary(nanos / one);
  }
  for (const [suffix, power] of DECIMAL) {
    if (family === "exponent" && power < 0) continue;
    const unit = 10n ** BigInt(NANO + power);
    if (nanos % unit !== 0n) continue;
    const number = (nanos / unit).toString();
    if (family === "exponent") return power === 0 ? number : `${number}e${String(power)}`;
    return number + suffix;
  }
  return nanos.toString() + "n";
}

function writeBinary(value: bigint): string {
  let number = value;
  let step = 0;
  while (step < BINARY.length - 1 && number % 1024n === 0n) {
    number /= 1024n;
    step++;
  }
  return number.toString() + (BINARY[step] ?? "");
}

const abs = (value: bigint) => (value < 0n ? -value : value);
