import { expect, test } from "vitest";

import {
  allDraws,
  countDraws,
  drawParameters,
  fillIn,
  isResolvable,
  placeholderUses,
} from "@/lib/domain/questions/parameters";

const parameters = {
  name: ["web", "api", "shop"],
  size: [
    { n: 3, quorum: 2 },
    { n: 5, quorum: 3 },
  ],
};
const draw = { name: "web", size: { n: 3, quorum: 2 }, port: 80, flag: true };

test.each([
  ["a name", "run {{name}}", "run web"],
  ["a field of a record", "{{size.n}} members need {{size.quorum}}", "3 members need 2"],
  ["blanks inside the braces", "run {{ name }}", "run web"],
  ["the same name twice", "{{name}}-{{name}}", "web-web"],
  ["a number, in a text", "{{port}}", "80"],
  ["a Go template's field", "{{.metadata.name}}", "{{.metadata.name}}"],
  ["a Go template's loop", "{{range .items}}{{end}}", "{{range .items}}{{end}}"],
  ["a name that is not a parameter", "{{other}}", "{{other}}"],
  ["a record without a field", "{{size}}", "{{size}}"],
])("%s in a text", (_, text, expected) => {
  expect(fillIn(text, draw)).toBe(expected);
});

test("texts and keys are filled in however deep they stand", () => {
  expect(fillIn({ a: [{ "{{name}}": "{{name}}" }] }, draw)).toEqual({ a: [{ web: "web" }] });
});

test("below a typed key a value keeps its type when it stands alone", () => {
  const value = {
    objects: [{ n: "{{size.n}}", on: "{{flag}}", text: "x{{port}}" }],
    n: "{{port}}",
  };
  expect(fillIn(value, draw, ["objects"])).toEqual({
    objects: [{ n: 3, on: true, text: "x80" }],
    n: "80",
  });
});

test("a value is drawn for every name, the same for the same seed", () => {
  const drawn = drawParameters(parameters, "seed");
  expect(Object.keys(drawn)).toEqual(["name", "size"]);
  expect(drawParameters(parameters, "seed")).toEqual(drawn);
});

test("one more parameter does not change what the others turn out to be", () => {
  const more = drawParameters({ extra: ["x", "y"], ...parameters }, "seed");
  expect(more).toMatchObject(drawParameters(parameters, "seed"));
});

test("names are drawn independently: every combination comes up", () => {
  const seen = new Set(
    Array.from({ length: 200 }, (_, seed) =>
      JSON.stringify(drawParameters(parameters, `seed ${seed}`)),
    ),
  );
  expect(seen.size).toBe(countDraws(parameters));
  expect([...seen].sort()).toEqual(
    allDraws(parameters)
      .map((d) => JSON.stringify(d))
      .sort(),
  );
});

test("uses are found with their place", () => {
  expect(placeholderUses({ prompt: "{{a}}", options: [{ text: "{{b.c}}" }], "{{d}}": 1 })).toEqual([
    { path: ["prompt"], name: "a", field: undefined },
    { path: ["options", 0, "text"], name: "b", field: "c" },
    { path: ["{{d}}"], name: "d", field: undefined },
  ]);
});

test.each([
  ["a name with values", { name: "name", field: undefined }, true],
  ["a field that all records have", { name: "size", field: "n" }, true],
  ["a field that no record has", { name: "size", field: "nn" }, false],
  ["a record without its field", { name: "size", field: undefined }, false],
  ["a field of a text", { name: "name", field: "length" }, false],
  ["an unknown name", { name: "nam", field: undefined }, false],
  ["a name from the prototype", { name: "constructor", field: undefined }, false],
])("%s", (_, use, expected) => {
  expect(isResolvable({ path: [], ...use }, parameters)).toBe(expected);
});
