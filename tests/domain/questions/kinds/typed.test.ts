import { describe, expect, test } from "vitest";

import { gradeAnswer } from "@/lib/domain/questions/grade-answer";
import { toPublic } from "@/lib/domain/questions/to-public";
import { aDrawn } from "@/tests/helpers/questions";

describe("short text", () => {
  const drawn = aDrawn("short", {
    accepted: ["kube-node-lease", "the kube-node-lease namespace"],
    near: [{ text: "kube-system", why: "That is where the leaders' leases are." }],
  });

  test.each([
    ["as accepted", "kube-node-lease"],
    ["capital letters", "Kube-Node-Lease"],
    ["blanks around and within", "  the  kube-node-lease\tnamespace "],
    ["a full stop", "kube-node-lease."],
    ["quotes", '"kube-node-lease"'],
    ["curly quotes", "“kube-node-lease”"],
    ["backticks", "`kube-node-lease`"],
    ["quotes and a full stop", "'kube-node-lease'."],
    ["a phone's dash", "kube–node–lease"],
    ["full-width letters", "ｋｕｂｅ-node-lease"],
    ["an invisible blank", "kube-node\u200b-lease"],
  ])("%s is right", (_, text) => {
    expect(gradeAnswer(drawn, { kind: "short", text }).outcome).toBe("right");
  });

  test.each(["", "kube-node", "kubenodelease", "kube node lease"])("%j is wrong", (text) => {
    expect(gradeAnswer(drawn, { kind: "short", text })).toMatchObject({
      outcome: "wrong",
      score: 0,
      detail: { why: null },
    });
  });

  test("a known wrong answer is told why", () => {
    expect(gradeAnswer(drawn, { kind: "short", text: "Kube-System" }).detail).toMatchObject({
      why: "That is where the leaders' leases are.",
    });
  });

  test("where capital letters matter, these alone being wrong is said", () => {
    const strict = aDrawn("short", { accepted: ["ClusterIP"], caseSensitive: true });
    expect(gradeAnswer(strict, { kind: "short", text: "clusterip" })).toMatchObject({
      outcome: "wrong",
      detail: { caseOnly: true },
    });
  });
});

describe("number", () => {
  const value = aDrawn("number", {
    answer: { value: 2379 },
    unit: "seconds",
    near: [{ value: 2380, why: "Peers." }],
  });
  const tolerant = aDrawn("number", { answer: { value: 40, tolerance: 2 } });
  const range = aDrawn("number", {
    answer: { from: 30000, to: 32767 },
    near: [{ from: 30000, to: 32768, why: "One too many." }],
  });

  test.each([
    [value, { value: 2379 }, "right"],
    [value, { value: 2380 }, "wrong"],
    [value, {}, "wrong"],
    [tolerant, { value: 42 }, "right"],
    [tolerant, { value: 42.1 }, "wrong"],
    [range, { from: 30000, to: 32767 }, "right"],
    [range, { from: 30000, to: 32768 }, "wrong"],
    [range, { from: 30000 }, "wrong"],
  ])("%# is judged", (drawn, given, outcome) => {
    expect(gradeAnswer(drawn, { kind: "number", ...given }).outcome).toBe(outcome);
  });

  test.each([
    [value, { value: 2380 }, { why: "Peers." }],
    [value, { value: 1 }, { why: null }],
    [range, { from: 30000, to: 32768 }, { why: "One too many.", fromRight: true, toRight: false }],
  ])("%# is explained", (drawn, given, detail) => {
    expect(gradeAnswer(drawn, { kind: "number", ...given }).detail).toMatchObject(detail);
  });

  test("a parameter may stand for the number", () => {
    const drawn = aDrawn("number", {
      prompt: "Quorum of {{size.n}}?",
      parameters: {
        size: [
          { n: 3, quorum: 2 },
          { n: 5, quorum: 3 },
        ],
      },
      answer: { value: "{{size.quorum}}" },
    });
    const right = drawn.content.prompt === "Quorum of 3?" ? 2 : 3;
    expect(gradeAnswer(drawn, { kind: "number", value: right }).outcome).toBe("right");
  });
});

describe("blanks", () => {
  const drawn = aDrawn("blanks", {
    language: "yaml",
    text: "  type: [[t]]\n  port: [[p]]\n",
    blanks: {
      t: {
        accepted: ["NodePort"],
        near: [{ text: "ClusterIP", why: "Not from outside." }],
        why: "Opens a port.",
      },
      p: { accepted: ["80"], choices: ["8080", "443"], why: "Clients call it." },
    },
  });

  test("the public view holds text and blanks in turn, and an accepted choice among the listed", () => {
    const { body } = toPublic(drawn, 1);
    expect(body).toMatchObject({
      segments: [
        { text: "  type: " },
        { blank: "t", choices: null },
        { text: "\n  port: " },
        { blank: "p" },
      ],
    });
    if (body.kind !== "blanks" || !body.segments[3] || !("blank" in body.segments[3])) {
      throw new Error("The fourth segment is no blank");
    }
    expect(body.segments[3].choices?.toSorted()).toEqual(["443", "80", "8080"]);
  });

  test.each([
    [{ t: "NodePort", p: "80" }, 1],
    [{ t: "NodePort", p: "443" }, 0.5],
    [{ t: " NodePort ", p: '"80"' }, 1],
    [{ t: "nodeport", p: "80" }, 0.5],
    [{ t: "NodePort" }, 0.5],
    [{}, 0],
  ])("%j scores %d", (values, score) => {
    expect(gradeAnswer(drawn, { kind: "blanks", values }).score).toBe(score);
  });

  test("a known wrong filling and wrong capitals are told", () => {
    const near = gradeAnswer(drawn, { kind: "blanks", values: { t: "ClusterIP" } });
    expect(near.detail).toMatchObject({ blanks: [{ name: "t", why: "Not from outside." }, {}] });
    const caseOnly = gradeAnswer(drawn, { kind: "blanks", values: { t: "nodePort" } });
    expect(caseOnly.detail).toMatchObject({ blanks: [{ name: "t", caseOnly: true }, {}] });
  });

  test("prose is not case-sensitive", () => {
    const prose = aDrawn("blanks", {
      language: "prose",
      text: "A [[w]] runs Pods.",
      blanks: { w: { accepted: ["Node"], why: "It does." } },
    });
    expect(gradeAnswer(prose, { kind: "blanks", values: { w: "node" } }).outcome).toBe("right");
  });
});

describe("open", () => {
  const drawn = aDrawn("open", {
    modelAnswer: "It authenticates and authorizes.",
    marks: [
      { text: "authentication", keywords: ["authenticat"] },
      { text: "REST", keywords: ["rest"] },
      { text: "more" },
    ],
  });

  test.each([
    ["It Authenticates.", [true, false, false]],
    ["It is a REST API", [false, true, false]],
    ["Of interest", [false, false, false]],
    ["", [false, false, false]],
  ])("%j suggests %j", (text, suggested) => {
    expect(gradeAnswer(drawn, { kind: "open", text })).toMatchObject({
      outcome: "self-mark",
      score: null,
      detail: { suggested, marks: null },
    });
  });

  test("the learner's ticks make the score", () => {
    const answer = { kind: "open" as const, text: "", marks: [true, true] };
    expect(gradeAnswer(drawn, answer)).toMatchObject({
      score: 2 / 3,
      detail: { marks: [true, true, false] },
    });
  });
});

test("giving up scores nothing, whatever the kind", () => {
  const drawn = aDrawn("open", { modelAnswer: "x", marks: [{ text: "x" }] });
  expect(gradeAnswer(drawn, { kind: "open", gaveUp: true })).toEqual({
    outcome: "gave-up",
    score: 0,
    detail: { kind: "gave-up" },
  });
});
