import { describe, expect, test } from "vitest";
import type { ShellCommand, ShellLine } from "@/lib/domain/kubectl/invocation";
import type { ShellContext } from "@/lib/domain/kubectl/model";
import { tokenize } from "@/lib/domain/kubectl/shell/tokenize";

const linesOf = (text: string, context: ShellContext = {}) => tokenize(text, context).lines;

function commandOf(text: string, context: ShellContext = {}): ShellCommand {
  const command = linesOf(text, context).find((line) => line.kind === "command");
  if (command === undefined) throw new Error(`no command in ${text}`);
  return command;
}

const wordsOf = (text: string) => commandOf(text).words.map((word) => word.text);

const outcome = (line: ShellLine) => {
  if (line.kind === "refused") return line.refusal.code;
  return line.kind === "unjudgeable" ? line.unjudgeable.code : line.kind;
};

describe("words", () => {
  test.each([
    ["kubectl get pods", ["kubectl", "get", "pods"]],
    ["  kubectl\tget   pods  ", ["kubectl", "get", "pods"]],
    ["kubectl get 'a b' c", ["kubectl", "get", "a b", "c"]],
    [`kubectl get "a 'b' c"`, ["kubectl", "get", "a 'b' c"]],
    [String.raw`kubectl get a\ b`, ["kubectl", "get", "a b"]],
    [String.raw`kubectl get "a\"b\\c\d"`, ["kubectl", "get", String.raw`a"b\c\d`]],
    [String.raw`kubectl get 'a\b'`, ["kubectl", "get", String.raw`a\b`]],
    [String.raw`kubectl get $'a\tb\x41\u2013\''`, ["kubectl", "get", "a\tbA\u2013'"]],
    [`kubectl get $"a b"`, ["kubectl", "get", "a b"]],
    [`kubectl get ''`, ["kubectl", "get", ""]],
    [`kubectl get ""`, ["kubectl", "get", ""]],
    [`kubectl get a'b'"c"d`, ["kubectl", "get", "abcd"]],
    ["kubectl get a#b # c", ["kubectl", "get", "a#b"]],
    ["kubectl get \\\n  pods", ["kubectl", "get", "pods"]],
    ["kubectl get po\\\nds", ["kubectl", "get", "pods"]],
    ["kubectl get \\\r\n pods\r\n", ["kubectl", "get", "pods"]],
    ["kubectl get pods \\", ["kubectl", "get", "pods"]],
    ["\\kubectl get pods", ["kubectl", "get", "pods"]],
    ["/usr/bin/kubectl get pods", ["/usr/bin/kubectl", "get", "pods"]],
    ["command kubectl get pods", ["kubectl", "get", "pods"]],
    ["time kubectl get pods", ["kubectl", "get", "pods"]],
    ["kubectl get $ a$ '$x'", ["kubectl", "get", "$", "a$", "$x"]],
    ["kubectl get {.items[*]}", ["kubectl", "get", "{.items[*]}"]],
  ])("of %j", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test("know where they were typed, quotes included", () => {
    const text = `kubectl get 'a b' "c"\\ d`;
    const typed = commandOf(text).words.map(({ start, end }) => text.slice(start, end));
    expect(typed).toEqual(["kubectl", "get", "'a b'", `"c"\\ d`]);
  });
});

describe("redirections", () => {
  test.each([
    ["kubectl get pods > out.yaml", { path: "out.yaml", append: false }],
    ["kubectl get pods >out.yaml", { path: "out.yaml", append: false }],
    ["kubectl get pods 1>out.yaml", { path: "out.yaml", append: false }],
    ["kubectl get pods >| out.yaml", { path: "out.yaml", append: false }],
    ["kubectl get pods >> out.yaml", { path: "out.yaml", append: true }],
    ["kubectl get pods &> out.yaml", { path: "out.yaml", append: false }],
    ["kubectl > 'my out' get pods", { path: "my out", append: false }],
    ["kubectl get pods > a > b", { path: "b", append: false }],
    ["kubectl get pods > out.yaml 2>&1", { path: "out.yaml", append: false }],
  ])("%s writes a file", (text, file) => {
    expect(commandOf(text)).toMatchObject({ outputFile: file });
    expect(commandOf(text).words).toHaveLength(3);
  });

  test.each(["kubectl get pods 2>/dev/null", "kubectl get pods 2>&1", "kubectl get pods 1>&2"])(
    "%s keeps the output where it is",
    (text) => {
      expect(commandOf(text)).toMatchObject({ outputFile: null, stdin: null });
    },
  );

  test("a digit that touches nothing is a word", () => {
    expect(wordsOf("kubectl scale deploy web --replicas 3 > a")).toContain("3");
  });

  test.each([
    ["kubectl apply -f - < pod.yaml", { kind: "file", path: "pod.yaml" }],
    ["kubectl apply -f - <<< 'kind: Pod'", { kind: "text", text: "kind: Pod\n" }],
    ["kubectl apply -f - <<EOF\na\nb\nEOF\n", { kind: "text", text: "a\nb\n" }],
    ["kubectl apply -f - <<-EOF\n\ta\n\tEOF\n", { kind: "text", text: "a\n" }],
    ["cat <<EOF | kubectl apply -f -\na\nEOF", { kind: "text", text: "a\n" }],
    ["cat pod.yaml | kubectl apply -f -", { kind: "file", path: "pod.yaml" }],
    ["echo a  b | kubectl apply -f -", { kind: "text", text: "a b\n" }],
  ])("%j is fed", (text, stdin) => {
    expect(commandOf(text)).toMatchObject({ stdin });
  });

  test("a quoted here-document keeps its dollars", () => {
    expect(commandOf("kubectl apply -f - <<'E'\n$a `b` \\\nE").stdin).toMatchObject({
      text: "$a `b` \\\n",
    });
  });

  test("a here-document without its closing word is noticed", () => {
    expect(commandOf("kubectl apply -f - <<E\na").notices).toMatchObject([
      { code: "unclosed-here-document" },
    ]);
  });
});

describe("several commands", () => {
  test.each([
    ["kubectl a\nkubectl b", ["newline", "newline"]],
    ["kubectl a; kubectl b", ["newline", ";"]],
    ["kubectl a && kubectl b", ["newline", "&&"]],
    ["kubectl a &&\n kubectl b", ["newline", "&&"]],
    ["kubectl a & kubectl b", ["newline", "&"]],
    ["\n\n kubectl a\n\n# c\nkubectl b\n", ["newline", "newline"]],
  ])("%j", (text, separators) => {
    expect(linesOf(text).map(({ separator }) => separator)).toEqual(separators);
  });

  test("& runs a command in the background", () => {
    expect(commandOf("kubectl port-forward web 80 &").background).toBe(true);
  });

  test("what follows a here-document is read on", () => {
    const lines = linesOf("cat <<E | kubectl apply -f -\na\nE\nkubectl get pods");
    expect(lines.map(outcome)).toEqual(["command", "command"]);
  });
});

describe("what cannot be judged", () => {
  test.each([
    ["kubectl get pods | grep web", "pipe"],
    ["kubectl get pods || kubectl get svc", "or-list"],
    ["kubectl get pods $(cat x)", "command-substitution"],
    ["kubectl get pods `cat x`", "command-substitution"],
    [`kubectl get "$(cat "x")"`, "command-substitution"],
    ["kubectl get $((1+1))", "command-substitution"],
    ["kubectl apply -f <(cat x)", "process-substitution"],
    ["kubectl get ${ns:-x}", "parameter-expansion"],
    ["kubectl get $HOME", "environment-variable"],
    ["kubectl get $?", "shell-parameter"],
    ["for i in 1 2; do kubectl get pods; done", "shell-control"],
    ["if true; then kubectl get pods; fi", "shell-control"],
    ["(kubectl get pods)", "shell-control"],
    ['k() { kubectl "$@"; }', "shell-control"],
    ["helm install x", "other-program"],
    ["vim pod.yaml", "other-program"],
    ["top pods", "other-program"],
    ["sudo kubectl get pods", "sudo"],
    ["kubectl get pods <> x", "redirection"],
    ["kubectl get {1..9999}", "brace-expansion"],
  ])("%s", (text, code) => {
    expect(linesOf(text).map(outcome)).toContain(code);
  });

  test("text in single quotes is never an operator", () => {
    expect(linesOf("kubectl get '$(x) | `y` > z'").map(outcome)).toEqual(["command"]);
  });
});

describe("what the shell refuses", () => {
  test.each([
    ["kubectl get 'pods", "unclosed-quote", "bash: unexpected EOF while looking for matching `''"],
    ['kubectl get "pods', "unclosed-quote", "bash: unexpected EOF while looking for matching `\"'"],
    ["kubectl $(get", "unclosed-expansion", "bash: unexpected EOF while looking for matching `)'"],
    ["kubectl ${get", "unclosed-expansion", "bash: unexpected EOF while looking for matching `}'"],
    ["kubectl get (x)", "shell-syntax", "bash: syntax error near unexpected token `('"],
    ["; kubectl get", "shell-syntax", "bash: syntax error near unexpected token `;'"],
    ["kubectl get >", "shell-syntax", "bash: syntax error near unexpected token `newline'"],
    ["kubectl get &&", "shell-syntax", "bash: syntax error: unexpected end of file"],
    ["kubectl get |", "shell-syntax", "bash: syntax error: unexpected end of file"],
    ["kubectl get > {a,b}", "ambiguous-redirect", "bash: ambiguous redirect"],
    ["kubctl get pods", "command-not-found", "kubctl: command not found"],
    ["Kubectl get pods", "command-not-found", "Kubectl: command not found"],
    ["kubeclt get pods", "command-not-found", "kubeclt: command not found"],
    ["kubectlget pods", "command-not-found", "kubectlget: command not found"],
    ["k get pods", "command-not-found", "k: command not found"],
    ["run web --image=nginx", "command-not-found", "run: command not found"],
    ["$ kubectl get pods", "command-not-found", "$: command not found"],
    ["root@node:~$ kubectl get pods", "command-not-found", "root@node:~$: command not found"],
    ["kubectl\u00a0get pods", "command-not-found", "kubectl\u00a0get: command not found"],
    ["# kubectl get pods", "only-a-comment", ""],
    ["do=--dry-run=client -o yaml", "command-not-found", "-o: command not found"],
    ["--image=nginx", "command-not-found", "--image=nginx: command not found"],
    [
      "export do=--dry-run=client -o yaml",
      "invalid-identifier",
      "bash: export: `-o': not a valid identifier",
    ],
  ])("%s", (text, code, message) => {
    expect(linesOf(text)).toMatchObject([{ kind: "refused", refusal: { code, message } }]);
  });
});

describe("characters from slides", () => {
  test.each([
    ["kubectl get pods –n shop", "en-dash", "–"],
    ["kubectl get pods —namespace shop", "en-dash", "—"],
    ["kubectl run web --image=“nginx”", "smart-quote", "“"],
    ["kubectl label pod web a=‘b’", "smart-quote", "‘"],
    ["kubectl get\u00a0pods", "odd-space", "\u00a0"],
    ["kubectl get \u200bpods", "odd-space", "\u200b"],
  ])("%s is named", (text, code, character) => {
    const [notice] = commandOf(text).notices;
    expect(notice).toMatchObject({ code });
    expect(text.slice(notice?.span.start, notice?.span.end)).toBe(character);
  });

  test("inside quotes they are text", () => {
    expect(commandOf("kubectl annotate pod web 'note=a – “b”'").notices).toEqual([]);
  });
});

test("nothing at all is no line", () => {
  expect(linesOf(" \n\t\n")).toEqual([]);
});
