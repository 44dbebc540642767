/**
 * The quick reader of plain manifests beside the whole YAML reader: what it reads, the
 * whole one reads the same; what it cannot tell at a look, it leaves alone.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";

import { readPlainYaml } from "@/lib/domain/kubectl/manifest/read-plain-yaml";
import { readCorpusFiles } from "@/scripts/kubectl/read-corpus";

/** What the whole reader makes of a text; an error where it finds one. */
function readWhole(text: string): unknown {
  const documents = parseAllDocuments(text, {
    version: "1.1",
    logLevel: "silent",
    uniqueKeys: false,
    prettyErrors: false,
  });
  const values: unknown[] = [];
  for (const document of documents) {
    if (document.errors.length > 0) return document.errors[0]?.message;
    const value: unknown = document.toJS();
    if (value !== null && value !== undefined) values.push(value);
  }
  return values;
}

const POD = `# a pod
apiVersion: v1
kind: Pod
metadata: {name: m1, labels: {app: "m1", 'tier': fe}}
spec:
  containers:
  - name: web   # first
    image: nginx:1.27
    command: [sh, -c, "sleep 10; date"]
    ports:
      - containerPort: 80
        protocol: TCP
    resources:
      limits: {cpu: 100m, memory: 64Mi}
    env: []
  -
    name: side
  restartPolicy: Never
---

kind: List
items:
- a
- -5
- true
- null
`;

const PLAIN = [
  POD,
  '{"a": [1, 2.5, {"b": null}], "c": "x\\ny"}',
  "a: {b: {}, c: [], 'd': [e]}",
  "- a: 1\n  b:\n  - c\n",
  "a:\nb: x # y\n---\n---\nc: https://example.com/?a=b\n",
  "",
];

const NOT_PLAIN = [
  "a: yes",
  "a: on",
  "a: 010",
  "a: 0x1F",
  "a: 1.5",
  "a: 1:30",
  "a: 1_000",
  "a: 2001-01-01",
  "a: ~",
  "a: .5",
  "on: x",
  "8080: x",
  "a: &x b",
  "a: *x",
  "a: !!str 5",
  "a: |\n  text\n",
  "a: >-\n  text\n",
  "a: b\n  c\n",
  'a: "b\\n"',
  "a: 'it''s'",
  "a: b: c",
  "a:\tb",
  "a: {b: c,\n d: e}",
  "a: [b\n",
  "? a\n: b",
  "<<: {a: b}",
  "a: ü",
  "%YAML 1.2\n---\na: b",
  "a: b\n...\n",
  "--- a: b",
  "__proto__: {a: b}",
  "a: b\n c: d\n",
  "- a\nb: c\n",
];

/** What lines of manifests, and mistakes in them, are made of. */
const PIECES = [
  ..."\n\n\n:: --  ##{}[],'\"|>&*!?%@=~<".split(""),
  ..."a b: name spec: - {a: ]} [b, --- : 5 080 1.5 -1 100m 64Mi 5% yes on true null".split(" "),
  "\n  ",
  "\n- ",
  "\n    ",
  ": ",
  " #",
  "\t",
];

describe("the quick reader of manifests", () => {
  test.each(PLAIN)("reads as the whole reader does: %j", (text) => {
    expect(readPlainYaml(text)).toEqual(readWhole(text));
  });

  test.each(Object.entries(readCorpusFiles()).filter(([path]) => /\.(?:yaml|json)$/.test(path)))(
    "reads the manifest %s as the whole reader does, or leaves it alone",
    (_path, text) => {
      const read = readPlainYaml(text);
      expect(read ?? readWhole(text)).toEqual(readWhole(text));
    },
  );

  test.each(NOT_PLAIN)("leaves alone what takes more than a look: %j", (text) => {
    expect(readPlainYaml(text)).toBeNull();
  });

  test("never reads a text otherwise than the whole reader", () => {
    const text = fc.oneof(
      fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join("")),
      fc
        .tuple(fc.nat(POD.length), fc.constantFrom(...PIECES), fc.nat(3))
        .map(([at, piece, gone]) => POD.slice(0, at) + piece + POD.slice(at + gone)),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const read = readPlainYaml(typed);
        if (read !== null) expect(read).toEqual(readWhole(typed));
      }),
      { numRuns: 3_000 },
    );
  });
});
