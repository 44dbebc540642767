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
    return values.flatMap(() => left.splice(below(left.length), 1));
  };
  return { below, shuffled };
}

const rotateLeft = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

function generator(text: string): () => number {
  let [a, b, c, d] = [hash(text, 1), hash(text, 2), hash(text, 3), hash(text, 4) | 1];
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

/** FNV-1a over UTF-16 code units, with a final mix so that short seeds differ in all bits. */
function hash(text: string, lane: number): number {
  let value = 0x811c9dc5 ^ Math.imul(lane, 0x9e3779b9);
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
