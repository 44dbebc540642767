import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completeLine } from "@/lib/domain/kubectl/complete";
import type { Invocation, ParsedLine } from "@/lib/domain/kubectl/invocation";
import type { Span } from "@/lib/domain/kubectl/model";
import { readAnswer } from "@/lib/domain/kubectl/parse/read-answer";
import { commandTable } from "@/lib/domain/kubectl/tables/tables";
import { mutateLine } from "@/scripts/kubectl/mutate-line";

const EXAM = { aliases: { k: "kubectl" }, variables: { do: "--dry-run=client -o yaml" } };
const read = (text: string) => readAnswer(text, EXAM, commandTable("1.35"));

const anyText = fc.string({ unit: "binary", maxLength: 200 });
const shellText = fc.string({
  unit: fc.constantFrom(...Array.from("k -=\"'\\$`(){}<>|&;#\n,x1é–")),
  maxLength: 80,
});
const mutated = fc
  .infiniteStream(fc.nat({ max: 999_983 }))
  .map((numbers) => mutateLine((below) => Number(numbers.next().value) % below));
const texts = fc.oneof(
  anyText,
  shellText.map((text) => `kubectl ${text}`),
  shellText,
  mutated,
);

/** Every span that a line carries. */
function spansOf(line: ParsedLine): Span[] {
  if (line.kind === "refused") return [line.refusal.span];
  if (line.kind === "unjudgeable") return [line.unjudgeable.span];
  return line.kind === "setting" ? [line.span] : spansOfInvocation(line);
}

const spansOfInvocation = (line: Invocation): Span[] => [
  line.line,
  line.pathSpan,
  ...line.words,
  ...line.args,
  ...line.flags.flatMap(({ span, valueSpan }) => (valueSpan ? [span, valueSpan] : [span])),
  ...line.notices.map(({ span }) => span),
  ...(line.outputFile ? [line.outputFile.span] : []),
  ...(line.stdin ? [line.stdin.span] : []),
];

describe("whatever is typed", () => {
  test("is read without an error, and every span lies in the text", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { start, end } of read(text).flatMap(spansOf)) {
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test("words come in the order typed, where no braces repeat them", () => {
    fc.assert(
      fc.property(texts, (text) => {
        // bash writes `a$do{1..3}` out three times, so the words of $do come round again.
        fc.pre(!text.includes("{"));
        for (const line of read(text)) {
          if (line.kind !== "invocation") continue;
          const starts = line.words.map(({ start }) => start);
          expect(starts).toEqual(starts.toSorted((left, right) => left - right));
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("can be completed anywhere", () => {
    fc.assert(
      fc.property(texts, fc.nat(200), (text, offset) => {
        const cursor = Math.min(offset, text.length);
        const { from, to } = completeLine(text, cursor, EXAM);
        expect(0 <= from && from <= cursor && cursor <= to && to <= text.length).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("reads the same twice", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(read(text)).toEqual(read(text));
      }),
      { numRuns: 300 },
    );
  });
});

describe("the work grows with the length of the text, not with its square", () => {
  test.each([
    ["words", "kubectl get pods ", "a "],
    ["open braces", "kubectl get ", "{"],
    ["open lists", "kubectl get ", "{a,"],
    ["nested braces", "kubectl get ", "{}"],
    ["bundled flags", "kubectl get -", "A"],
    ["flags", "kubectl get ", "-A "],
    ["empty quotes", "kubectl get ", "''"],
    ["escapes", "kubectl get ", "\\a"],
    ["variables", "kubectl get ", "$do "],
    ["substitutions", "kubectl get ", "$() "],
    ["open substitutions", "kubectl get ", "$("],
    ["list entries", "kubectl get -L ", "a,"],
    ["quoted entries", "kubectl get -L ", `'"a",'`],
    ["digits", "kubectl scale --replicas=", "9"],
    ["durations", "kubectl delete --timeout=", "1h"],
    ["commands", "", "k;"],
    ["pipes", "kubectl ", "|kubectl "],
    ["here-documents", "kubectl ", "<<E "],
    ["dashes", "kubectl get ", "–"],
    ["subcommands", "kubectl ", "create "],
    ["unknown flags", "kubectl ", "-x a "],
    ["assignments", "", "a=b "],
  ])("%s", (_name, head, piece) => {
    const fill = (length: number) => head + piece.repeat(Math.ceil(length / piece.length));
    // Eight times the text: work that grows with the square would take 64 times as long.
    expect(leastMillis(fill(10_000))).toBeLessThan(24 * leastMillis(fill(1_250)) + 8);
  });
});

/** Processor time, the least of several runs: the work itself, whatever else the machine does. */
function leastMillis(text: string): number {
  let least = Infinity;
  for (let run = 0; run < 12; run++) {
    const before = process.cpuUsage();
    read(text);
    least = Math.min(least, process.cpuUsage(before).user / 1000);
  }
  return least;
}
