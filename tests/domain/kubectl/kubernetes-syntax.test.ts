/** Texts that Kubernetes cannot read, in the words that kubectl 1.35 was seen to print. */
import { describe, expect, test } from "vitest";

import { gradeCommand } from "@/lib/domain/kubectl/grade-command";
import { labelSelectorProblem } from "@/lib/domain/kubectl/plan/selector-problem";
import { goTemplateProblem } from "@/lib/domain/kubectl/plan/template/go-template-syntax";
import {
  jsonPathProblem,
  relaxedPathProblem,
  strayIdentifier,
} from "@/lib/domain/kubectl/plan/template/json-path-syntax";

describe("label selectors", () => {
  test.each([
    ["app=web=x", "found '=', expected: ',' or 'end of string'"],
    ["=x", "found '=', expected: !, identifier, or 'end of string'"],
    ["app in web", "unable to parse requirement: found 'web' expected: '('"],
    ["app in (web", "unable to parse requirement: found '', expected: ',' or ')'"],
    ["app=web,", "found '', expected: identifier after ','"],
    ["a=b,,c", "found ',', expected: identifier after ','"],
    ["a b", "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt"],
    ["a===", "unable to parse requirement: found '=', expected: identifier"],
    ["!a=b", "found '=', expected: ',' or 'end of string'"],
    [
      "/a=b",
      'unable to parse requirement: <nil>: Invalid value: "/a": prefix part must be non-empty',
    ],
    [
      "a>x",
      "unable to parse requirement: values[0]: Invalid value: \"x\": for 'Gt', 'Lt' operators, the value must be an integer",
    ],
  ])("%s is not one", (text, problem) => {
    expect(labelSelectorProblem(text)).toBe(problem);
  });

  test.each(["", "app=web", "app", "!app", "a in (b,c), d!=e", "a in ()", "in=x", "a>5", "a = b"])(
    "%s is one",
    (text) => {
      expect(labelSelectorProblem(text)).toBeNull();
    },
  );
});

describe("JSON paths", () => {
  test.each([
    ["{.bad", "unclosed action"],
    ["{.items[*", "unterminated array"],
    ['{.items[?(@.x=="a")]', "unclosed action"],
    ["{.items[a]}", "invalid array index a"],
    ["{.items[0:1:2:3]}", "invalid array index 0:1:2:3"],
    ['{"abc}', "unterminated quoted string"],
    ["{.items[?(@.x==)]}", "unrecognized character in action: U+003D '='"],
  ])("%s is not one", (template, problem) => {
    expect(jsonPathProblem(template)).toBe(problem);
  });

  test.each([
    "{.items[*].metadata.name}",
    "{range .items[*]}{.metadata.name}{'\\n'}{end}",
    '{.items[?(@.metadata.name=="web")].spec}',
    "{..image}",
    "{.metadata.labels['app']}",
    "{.items[-1:].x} {.a\\.b}",
    "no braces",
  ])("%s is one", (template) => {
    expect([jsonPathProblem(template), strayIdentifier(template)]).toEqual([null, null]);
  });

  test("name fields with a dot before them", () => {
    expect(strayIdentifier("{items}")).toBe("items");
  });

  test.each([".metadata.name", "metadata.name", "{.metadata.name}", "{metadata.name}"])(
    "need no braces where one path is asked for: %s",
    (path) => {
      expect(relaxedPathProblem(path)).toBeNull();
    },
  );
});

describe("Go templates", () => {
  test.each([
    ["{{.bad", "template: output:1: unclosed action"],
    ["{{bad}}", 'template: output:1: function "bad" not defined'],
    ["{{range .items}}", "template: output:1: unexpected EOF"],
    ["{{end}}", "template: output:1: unexpected {{end}}"],
  ])("%s is not one", (template, problem) => {
    expect(goTemplateProblem(template)).toBe(problem);
  });

  test.each([
    '{{range .items}}{{.metadata.name}}{{"\\n"}}{{end}}',
    '{{range $i, $e := .items}}{{if eq $e.kind "Pod"}}{{$i}}{{else}}no{{end}}{{end}}',
    "{{/* a note */}}{{len .items}}",
    "{{.data.password | base64decode}}",
  ])("%s is one", (template) => {
    expect(goTemplateProblem(template)).toBeNull();
  });
});

const READING = "error: error parsing STDIN: error converting YAML to JSON: yaml: ";

describe("manifests", () => {
  test.each([
    ["kind: Pod\n  metadata: oops", "line 2: mapping values are not allowed in this context"],
    ["kind: Pod\nmetadata:\n\tname: x", "line 3: found character that cannot start any token"],
    ["kind Pod\nmetadata:\n  name: a", "line 2: could not find expected ':'"],
    ['kind: Pod\nname: "x\n', "line 3: found unexpected end of stream"],
    ["kind: Pod\nname: [a, b\n", "line 2: did not find expected ',' or ']'"],
    ["kind: Pod\nmetadata:\n  name: x\n labels: y", "line 3: did not find expected key"],
    ["kind: Pod\nspec:\n  - a\n  b: c", "line 3: did not find expected '-' indicator"],
    ["kind: Pod\nname: @x", "line 2: found character that cannot start any token"],
    ["kind: *Pod", "unknown anchor 'Pod' referenced"],
  ])("%j is none", (stdin, problem) => {
    const task = { accept: ["kubectl get pods"], context: { stdin } };
    expect(gradeCommand(task, "kubectl apply -f -").error).toBe(READING + problem);
  });

  test("may set a key twice, of which the last holds", () => {
    const stdin = "apiVersion: v1\nkind: Pod\nkind: ConfigMap\nmetadata:\n  name: a\n";
    const context = { stdin };
    const task = { accept: ["kubectl create configmap a"], context };
    expect(gradeCommand(task, "kubectl create -f -").verdict).toBe("right");
  });
});
