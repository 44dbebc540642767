/**
 * Numbers that look random and depend on nothing but a text: the same seed gives the
 * same variant for ever, on any machine.
 *
 * The generator is xoshiro128** (Blackman and Vigna, https://prng.di.unimi.it), its
 * state filled from FNV-1a hashes of the seed. Not for secrets.
 */
export type Random = {
  /** A whole number from 0 up to but not including `count`. */
  below: (count: number) => number;
  /** The same values in another order. */
  shuffled: <T>(values: readonly T[]) => T[];
};

/**
 * `label` names the use, so that drawing one thing more does not change what the
 * others of the same seed turn out to be.
 */
export function seededRandom(seed: string, label: string): Random {
  const next = generator(`${label}\u0000${seed}`);
  const below = (count: number): number => Math.floor((next() / 2 ** 32) * count);
  const shuffled = <T>(values: readonly T[]): T[] => {
    const left = [...values];
    return values.map(() => left.splice(below(left.length), 1)[0] as T);
  };
  return { below, shuffled };
}

const rotateLeft = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

function generator(text: string): () => number {
  let [a, b, c, d] = hashes(text);
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result;
  };
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const LANE = 0x9e3779b9;

/** Four FNV-1a hashes over UTF-16 code units, each from a start of its own; never all of them zero. */
function hashes(text: string): [number, number, number, number] {
  let a = FNV_OFFSET ^ LANE;
  let b = FNV_OFFSET ^ Math.imul(2, LANE);
  let c = FNV_OFFSET ^ Math.imul(3, LANE);
  let d = FNV_OFFSET ^ Math.imul(4, LANE);
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, FNV_PRIME);
    b = Math.imul(b ^ unit, FNV_PRIME);
    c = Math.imul(c ^ unit, FNV_PRIME);
    d = Math.imul(d ^ unit, FNV_PRIME);
  }
  return [mixed(a), mixed(b), mixed(c), mixed(d) | 1];
}

/** A final mix, so that short texts differ in all bits. */
function mixed(hash: number): number {
  const first = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return second ^ (second >>> 16);
}
