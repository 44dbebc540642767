const EXCERPT = 120;
const CONTEXT = 40;

/** Counts how often the engine says what the real kubectl said, and remembers where it does not. */
export class Agreement {
  readonly name: string;
  #checked = 0;
  readonly disagreements: string[] = [];

  constructor(name: string) {
    this.name = name;
  }

  check(line: string, expected: unknown, got: unknown) {
    this.#checked++;
    if (expected === got) return;
    const [real, ours] = [String(expected), String(got)];
    const at = Math.max(0, firstDifference(real, ours) - CONTEXT);
    const excerpt = (text: string) => text.slice(at, at + EXCERPT);
    this.disagreements.push(
      `${line}\n    kubectl: ${excerpt(real)}\n    engine:  ${excerpt(ours)}`,
    );
  }

  /** Between 0 and 1. */
  get share(): number {
    return this.#checked === 0 ? 0 : 1 - this.disagreements.length / this.#checked;
  }

  toString(): string {
    const percent = (100 * this.share).toFixed(2);
    const examples = this.disagreements.slice(0, 40).join("\n");
    return `${this.name}: ${percent} % of ${String(this.#checked)}\n${examples}`;
  }
}

function firstDifference(left: string, right: string): number {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  return at;
}
