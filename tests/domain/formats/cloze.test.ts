import { expect, test } from "vitest";

import { checked } from "@/tests/helpers/checked-file";
import { expectTold, type ToldProblem } from "@/tests/helpers/told-problem";

const cloze = (text: string, format = "html"): string =>
  `<quiz><question type="cloze"><name><text>N</text></name>
<questiontext format="${format}"><text>${text}</text></questiontext>
<generalfeedback><text>So.</text></generalfeedback></question></quiz>`;
const html = (text: string): string => cloze(`<![CDATA[${text}]]>`);

type Case = { name: string; file: string; is: object };

const CASES: Case[] = [
  {
    name: "a typed answer in a sentence",
    file: html(
      "<p>Complete <b>this</b>.</p><p>A Pod waits as {1:SHORTANSWER:=Pending#Not bound yet.~Running#It has begun.} at first.</p>",
    ),
    is: {
      prompt: "Complete **this**.",
      language: "prose",
      text: "A Pod waits as [[b1]] at first.",
      blanks: {
        b1: {
          accepted: ["Pending"],
          near: [{ text: "Running", why: "It has begun." }],
          why: "Not bound yet.",
        },
      },
      explanation: "So.",
    },
  },
  {
    name: "capital letters that matter, and no prompt",
    file: html("<p>{:SAC:%100%Pod~=pod} and {1:MW:=x}</p>"),
    is: {
      prompt: "Fill in the blanks.",
      text: "[[b1]] and [[b2]]",
      blanks: { b1: { accepted: ["Pod", "pod"], caseSensitive: true }, b2: { accepted: ["x"] } },
    },
  },
  {
    name: "answers to pick from",
    file: html("<p>It is {1:MCVS:~a * b#no~=c#yes~%0%d}.</p>"),
    is: {
      blanks: {
        b1: {
          accepted: ["c"],
          choices: ["a * b", "c", "d"],
          near: [{ text: "a * b", why: "no" }, { text: "d" }],
          why: "yes",
        },
      },
    },
  },
  {
    name: "a number",
    file: html("<p>Port {1:NUMERICAL:=443:0#HTTPS.~%0%80#HTTP.}</p>"),
    is: {
      blanks: { b1: { accepted: ["443"], near: [{ text: "80", why: "HTTP." }], why: "HTTPS." } },
    },
  },
  {
    name: "escaped signs and entities",
    file: html(String.raw`<p>{1:SA:=a\}b\~c\#d&lt;e&#39;f\*}</p>`),
    is: { blanks: { b1: { accepted: ["a}b~c#d<e'f*"] } } },
  },
  {
    name: "several lines as lines, with their signs",
    file: html("<p>Complete it.</p><pre>kind: {1:SA:=Pod}\n  name: a_b # {1:SA:=c}</pre>"),
    is: {
      prompt: "Complete it.",
      language: "text",
      text: "kind: [[b1]]\n  name: a_b # [[b2]]",
    },
  },
  {
    name: "paragraphs and lists as lines",
    file: html("<p>{1:SA:=a} is<br>one.</p><ul><li>*not* {1:SA:=b}</li></ul>"),
    is: { language: "text", text: "[[b1]] is\none.\n\n- *not* [[b2]]" },
  },
  {
    name: "text that is Markdown already",
    file: cloze("Fill it.\n\nA *Pod* is {1:SA:=small}.", "markdown"),
    is: { prompt: "Fill it.", language: "prose", text: "A *Pod* is [[b1]]." },
  },
];

test.each(CASES)("$name", ({ file, is }) => {
  const { questions, problems } = checked("moodle", file);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(questions[0]?.content).toMatchObject({ kind: "blanks", id: "bank/n", ...is });
});

const told = (code: ToldProblem["code"], text: string, at: string, says: RegExp): ToldProblem => ({
  code,
  format: "moodle",
  file: html(text),
  at,
  says,
});

test.each([
  told("no-answers", "<p>Nothing {to} fill.</p>", "2:29", /no embedded answers/),
  told("unclosed-brace", "a\nb {1:SA:=c", "3:3", /no \} at their end/),
  told("unsupported-kind", "a {1:SA:=b}\n{1:MULTIRESPONSE:=c~=d}", "3:1", /type MULTIRESPONSE/),
  told("unsupported-kind", "a\n {1:NM:=5:1}", "3:2", /no tolerance, as 5:1 has/),
  told("bad-number", "a\n {1:NM:=five}", "3:2", /“five” is no number/),
  told("bad-weight", "a\n {1:SA:%x%b~=c}", "3:2", /“b” has no share/),
  told("wildcard", "a\n {1:SA:=kube-*}", "3:2", /stands for any text/),
  told("partial-credit", "a\n {1:SA:=b~%50%c}", "3:2", /worth 50 %/),
  told("number-as-text", "a\n {1:NM:=5}", "3:2", /compared as it is typed/),
  told("left-out", "a {1:SA:=b}\n{2:SA:=c}", "3:1", /blanks are worth more or less/),
  told("left-out", "a\n {1:SA:=b~*#Look again.}", "3:2", /what is said to “\*”/),
  told("no-prompt", "a {1:SA:=b}", "2:29", /“Fill in the blanks.” does now/),
  told("no-feedback", "a {1:SA:=b} {1:SA:=c#d}", "1:7", /1 of 2 answers/),
])("$code is told at $at", expectTold);
