/**
 * The suffix of `--append-hash`: the first ten hex digits of a SHA-256 over the
 * object's canonical JSON, with digits that could form words replaced.
 * SHA-256: FIPS 180-4.
 */
import { canonicalJson } from "../json-path";
import type { JsonObject } from "../plan-model";

const SAFE: Readonly<Record<string, string>> = { "0": "g", "1": "h", "3": "k", a: "m", e: "t" };
const LENGTH = 10;

export function appendHash(kind: string, name: string, fields: JsonObject): string {
  const content: JsonObject =
    kind === "Secret"
      ? { data: fields["data"] ?? null, kind, name, type: fields["type"] ?? "" }
      : { data: fields["data"] ?? "", kind, name };
  const hex = sha256(canonicalJson(content));
  return hex.slice(0, LENGTH).replace(/[013ae]/g, (digit) => SAFE[digit] ?? digit);
}

const primes = (count: number): number[] => {
  const found: number[] = [];
  for (let number = 2; found.length < count; number++) {
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  }
  return found;
};

/** The first 32 bits of the fraction of a root, which FIPS 180-4 takes as constants. */
const fractionBits = (root: number) => ((root - Math.floor(root)) * 2 ** 32) | 0;
const ROUNDS = 64;
const rotate = (word: number, by: number) => (word >>> by) | (word << (32 - by));

function sha256(text: string): string {
  const constants = primes(ROUNDS).map((prime) => fractionBits(Math.cbrt(prime)));
  const state = primes(8).map((prime) => fractionBits(Math.sqrt(prime)));
  const words = paddedWords(new TextEncoder().encode(text));
  for (let block = 0; block < words.length; block += 16) {
    mixBlock(state, schedule(words.slice(block, block + 16)), constants);
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

function paddedWords(bytes: Uint8Array): number[] {
  const words = new Array<number>((((bytes.length + 8) >> 6) + 1) * 16).fill(0);
  bytes.forEach((byte, index) => {
    words[index >> 2] = (words[index >> 2] ?? 0) | (byte << (24 - (index % 4) * 8));
  });
  const end = bytes.length;
  words[end >> 2] = (words[end >> 2] ?? 0) | (0x80 << (24 - (end % 4) * 8));
  words[words.length - 1] = end * 8;
  return words;
}

function schedule(block: number[]): number[] {
  const w = [...block];
  const at = (index: number) => w[index] ?? 0;
  for (let i = 16; i < ROUNDS; i++) {
    const s0 = rotate(at(i - 15), 7) ^ rotate(at(i - 15), 18) ^ (at(i - 15) >>> 3);
    const s1 = rotate(at(i - 2), 17) ^ rotate(at(i - 2), 19) ^ (at(i - 2) >>> 10);
    w.push((at(i - 16) + s0 + at(i - 7) + s1) | 0);
  }
  return w;
}

function mixBlock(state: number[], w: readonly number[], constants: readonly number[]): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < ROUNDS; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + s1 + choice + (constants[i] ?? 0) + (w[i] ?? 0)) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = ((state[index] ?? 0) + word) | 0;
  });
}
