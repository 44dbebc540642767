import { describe, expect, test } from "vitest";

import { gradeAnswer } from "@/lib/domain/questions/grade-answer";
import { reveal } from "@/lib/domain/questions/reveal";
import { toPublic, type PublicBodyOf } from "@/lib/domain/questions/to-public";
import { aDrawn } from "@/tests/helpers/questions";

describe("match", () => {
  const drawn = aDrawn("match", {
    pairs: [
      { left: "etcd", right: "control plane", why: "1" },
      { left: "kubelet", right: "node", why: "2" },
      { left: "kube-proxy", right: "node", why: "3" },
    ],
    distractors: [{ text: "add-on", why: "4" }],
  });
  const shown = toPublic(drawn, 1).body as PublicBodyOf<"match">;
  const answer = (pairs: Record<string, string>) => ({
    kind: "match" as const,
    rights: shown.lefts.map((left) => {
      const position = shown.rights.indexOf(pairs[left] ?? "");
      return position < 0 ? null : position;
    }),
  });

  test("a right text that serves several lefts is shown once", () => {
    expect(shown.rights.toSorted()).toEqual(["add-on", "control plane", "node"]);
  });

  test.each([
    [{ etcd: "control plane", kubelet: "node", "kube-proxy": "node" }, 1],
    [{ etcd: "control plane", kubelet: "node", "kube-proxy": "add-on" }, 2 / 3],
    [{ etcd: "control plane" }, 1 / 3],
    [{ etcd: "node", kubelet: "control plane", "kube-proxy": "add-on" }, 0],
    [{}, 0],
  ])("%j scores %d", (pairs, score) => {
    expect(gradeAnswer(drawn, answer(pairs)).score).toBeCloseTo(score);
  });

  test("the solution says why a distractor fits nothing", () => {
    expect(reveal(drawn).solution).toMatchObject({
      unused: [{ right: shown.rights.indexOf("add-on"), why: "4" }],
    });
  });
});

describe("order", () => {
  const inOrder = aDrawn("order", {
    items: [{ text: "a" }, { text: "b" }, { text: "c" }, { text: "d" }],
  });
  const withTies = aDrawn("order", {
    items: [
      { text: "a", rank: 1 },
      { text: "b", rank: 2 },
      { text: "c", rank: 2 },
      { text: "d", rank: 3 },
    ],
  });
  const positionsOf = (drawn: typeof inOrder, letters: string): number[] => {
    const { items } = toPublic(drawn, 1).body as PublicBodyOf<"order">;
    return Array.from(letters, (letter) => items.indexOf(letter));
  };

  // Of 6 pairs: right ones less wrong ones.
  test.each([
    ["abcd", 1],
    ["abdc", 4 / 6],
    ["bacd", 4 / 6],
    ["badc", 2 / 6],
    ["dbca", 0],
    ["dcba", 0],
    ["abc", 3 / 6],
    ["", 0],
  ])("%s scores %d", (letters, score) => {
    const order = positionsOf(inOrder, letters);
    expect(gradeAnswer(inOrder, { kind: "order", order }).score).toBeCloseTo(score);
  });

  // Of 5 pairs with an order.
  test.each([
    ["abcd", 1],
    ["acbd", 1],
    ["bacd", 3 / 5],
  ])("%s scores %d where b and c may change places", (letters, score) => {
    const order = positionsOf(withTies, letters);
    expect(gradeAnswer(withTies, { kind: "order", order }).score).toBeCloseTo(score);
  });

  test("it is said of each place whether its item may stand there", () => {
    const order = positionsOf(withTies, "dcba");
    expect(gradeAnswer(withTies, { kind: "order", order }).detail).toMatchObject({
      placed: [false, true, true, false],
    });
  });

  test("a position twice, or beyond the list, counts as left out", () => {
    const order = [...positionsOf(inOrder, "aab"), 40];
    expect(gradeAnswer(inOrder, { kind: "order", order }).score).toBeCloseTo(1 / 6);
  });
});
