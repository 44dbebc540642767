import { test } from "vitest";

import { expectTold, type ToldProblem } from "@/tests/helpers/told-problem";

const choice = "=a#w ~b#w ~c#w ####Because.";

const CASES: ToldProblem[] = [
  {
    code: "unescaped-sign",
    format: "gift",
    file: "::a::How? {=kubectl run web --image=nginx####Because.}",
    at: "1:36",
    says: /“nginx” alone would be right/,
  },
  {
    code: "unescaped-sign",
    format: "gift",
    file: "::a::How? {=cat ~/.kube/config}",
    at: "1:17",
    says: /wrong answer/,
  },
  {
    code: "unescaped-sign",
    format: "gift",
    file: "::a::How? {\n=app=web\n=app\\=api}",
    at: "2:5",
    says: /“web” alone/,
  },
  {
    code: "unescaped-brace",
    format: "gift",
    file: "::a::How? {=kubectl get po -o jsonpath\\={.items[*].metadata.name}}",
    at: "1:41",
    says: /would start other answers: \{\.items/,
  },
  {
    code: "unescaped-brace",
    format: "gift",
    file: "::a::Is } a brace? {=yes}",
    at: "1:9",
    says: /never opened/,
  },
  {
    code: "unclosed-brace",
    format: "gift",
    file: "::a::How? {=a\n\n::b::How? {=b#####x}",
    at: "1:11",
    says: /no \}/,
  },
  {
    code: "no-answers",
    format: "gift",
    file: "::a::What prints {.items}?",
    at: "1:19",
    says: /does not start with = or ~/,
  },
  {
    code: "second-answers",
    format: "gift",
    file: "::a::How? {=a} or {=b}",
    at: "1:19",
    says: /A brace after the answers/,
  },
  {
    code: "half-match",
    format: "gift",
    file: "::a::Match {=a -> b =c}",
    at: "1:22",
    says: /no arrow/,
  },
  {
    code: "two-right",
    format: "gift",
    file: "::a::Which? {=a#w =b#w ~c#w ####B.}",
    at: "1:20",
    says: /marked right with =/,
  },
  {
    code: "bad-weight",
    format: "gift",
    file: "::a::Which? {~%five%a#w ~b#w}",
    at: "1:15",
    says: /“five” is no share/,
  },
  {
    code: "bad-number",
    format: "gift",
    file: "::a::How many? {#five}",
    at: "1:18",
    says: /“five” is no number/,
  },
  {
    code: "partial-credit",
    format: "gift",
    file: "::a::Which? {=a =%50%b####B.}",
    at: "1:22",
    says: /worth 50 %/,
  },
  {
    code: "category",
    format: "gift",
    file: `$CATEGORY: x\n\n::a::Which? {${choice}}`,
    at: "1:1",
    says: /not kept/,
  },
  {
    code: "not-a-question",
    format: "gift",
    file: `Read this.\n\n::a::Which? {${choice}}`,
    at: "1:1",
    says: /no question/,
  },
  {
    code: "needs-reasons",
    format: "gift",
    file: "::a::Pods are mortal. {T}",
    at: "1:3",
    says: /with its reason/,
  },
  {
    code: "no-feedback",
    format: "gift",
    file: "::a::Which? {=a ~b ~c####B.}",
    at: "1:3",
    says: /3 of 3 answers/,
  },
  {
    code: "no-explanation",
    format: "gift",
    file: "::a::Which? {=a#w ~b#w ~c#w}",
    at: "1:3",
    says: /no general feedback/,
  },
  {
    code: "no-explanation",
    format: "gift",
    file: "::a::Why? {}",
    at: "1:3",
    says: /needs a model answer/,
  },
  {
    code: "dropped-markup",
    format: "gift",
    file: "::a::[html]<script>x</script>Why? {####B.}",
    at: "1:3",
    says: /Left out: script/,
  },
  {
    code: "bad-own-data",
    format: "gift",
    file: "// reconcile: {\n::a::Why? {####B.}",
    at: "1:1",
    says: /damaged/,
  },
];

test.each(CASES)("$code is told at $at", expectTold);
