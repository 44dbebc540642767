import { describe, expect, test } from "vitest";
import { spanWithin, type ShellCommand } from "@/lib/domain/kubectl/invocation";
import { tokenize } from "@/lib/domain/kubectl/shell/tokenize";

const EXAM = {
  aliases: {
    k: "kubectl",
    kn: "kubectl -n shop",
    kgp: "k get pods",
    kdr: "kubectl --dry-run=client -o yaml",
    q: "echo 'a",
    go: "k ",
    loop: "loop get",
  },
  variables: {
    do: "--dry-run=client -o yaml",
    now: "--force --grace-period 0",
    empty: "",
    one: "web",
  },
};

function lastCommand(text: string): ShellCommand {
  const command = tokenize(text, EXAM).lines.findLast((line) => line.kind === "command");
  if (command === undefined) throw new Error(`no command in ${text}`);
  return command;
}

const wordsOf = (text: string) =>
  lastCommand(text)
    .words.map((word) => word.text)
    .join("|");

describe("variables", () => {
  test.each([
    ["kubectl run p $do", "kubectl|run|p|--dry-run=client|-o|yaml"],
    ["kubectl run p ${do}", "kubectl|run|p|--dry-run=client|-o|yaml"],
    ['kubectl run p "$do"', "kubectl|run|p|--dry-run=client -o yaml"],
    ["kubectl run p '$do'", "kubectl|run|p|$do"],
    ["kubectl run p \\$do", "kubectl|run|p|$do"],
    ["kubectl run p a${do}b", "kubectl|run|p|a--dry-run=client|-o|yamlb"],
    ["kubectl run p-$one-x", "kubectl|run|p-web-x"],
    ["kubectl delete pod p $now", "kubectl|delete|pod|p|--force|--grace-period|0"],
    ["kubectl run $empty p", "kubectl|run|p"],
    ['kubectl run "$empty" p', "kubectl|run||p"],
    ["kubectl run $nothing p", "kubectl|run|p"],
    ["ns=shop; kubectl get pods -n $ns", "kubectl|get|pods|-n|shop"],
    ["export do='-o name'\nkubectl get pods $do", "kubectl|get|pods|-o|name"],
    ["export x=$do\nkubectl get $x", "kubectl|get|--dry-run=client|-o|yaml"],
    ["unset do\nkubectl get pods $do", "kubectl|get|pods"],
    ["do=x kubectl get $one", "kubectl|get|web"],
  ])("%j", (text, words) => {
    expect(wordsOf(text)).toBe(words);
  });

  test("a value before a command is set for that command only", () => {
    expect(lastCommand("KUBECONFIG=a.conf kubectl get pods").assignments).toMatchObject([
      { name: "KUBECONFIG", value: "a.conf" },
    ]);
    expect(wordsOf("x=1 kubectl get pods\nkubectl get $x")).toBe("kubectl|get");
  });

  test("an unset one is noticed where it stands", () => {
    const text = "kubectl get pods $nope";
    const [notice] = lastCommand(text).notices;
    expect(notice).toMatchObject({ code: "unset-variable" });
    expect(text.slice(notice?.span.start, notice?.span.end)).toBe("$nope");
  });

  test("values that feed each other do not grow without end", () => {
    const text = `x=aaaaaaaa\n${"x=$x$x\n".repeat(40)}kubectl get $x`;
    expect(tokenize(text, {}).lines.at(-1)).toMatchObject({
      unjudgeable: { code: "too-long" },
    });
  });
});

describe("aliases", () => {
  test.each([
    ["k get pods", "kubectl|get|pods"],
    ["kn get pods", "kubectl|-n|shop|get|pods"],
    ["kgp -A", "kubectl|get|pods|-A"],
    ["kdr run p", "kubectl|--dry-run=client|-o|yaml|run|p"],
    ["alias kx='kubectl -n x'\nkx get pods", "kubectl|-n|x|get|pods"],
    ["alias k=kubectl\nk get k", "kubectl|get|k"],
    ["true && k get pods", "kubectl|get|pods"],
    ["a=b k get pods", "kubectl|get|pods"],
  ])("%j", (text, words) => {
    expect(wordsOf(text)).toBe(words);
  });

  test.each([
    ["alias kx=kubectl; kx get pods", "one defined on the same line is not known yet"],
    ["unalias k\nk get pods", "one taken away is gone"],
    ["'k' get pods", "a quoted word is no alias"],
    ["loop", "one that names itself is replaced once"],
  ])("%s: %s", (text) => {
    expect(tokenize(text, EXAM).lines.at(-1)?.kind).not.toBe("command");
  });
});

describe("braces", () => {
  test.each([
    ["kubectl delete pod web-{1..3}", "kubectl|delete|pod|web-1|web-2|web-3"],
    ["kubectl delete pod {a,b}-{x,y}", "kubectl|delete|pod|a-x|a-y|b-x|b-y"],
    ["kubectl delete pod {a,b{1,2}}", "kubectl|delete|pod|a|b1|b2"],
    ["kubectl delete pod {01..03}", "kubectl|delete|pod|01|02|03"],
    ["kubectl delete pod {c..a}", "kubectl|delete|pod|c|b|a"],
    ["kubectl delete pod {0..6..3}", "kubectl|delete|pod|0|3|6"],
    ["kubectl delete pod {a}", "kubectl|delete|pod|{a}"],
    ["kubectl delete pod {a,b", "kubectl|delete|pod|{a,b"],
    ["kubectl delete pod '{a,b}'", "kubectl|delete|pod|{a,b}"],
    ["kubectl get -o jsonpath={.a},{.b}", "kubectl|get|-o|jsonpath={.a},{.b}"],
    [`kubectl patch -p {"a":{"b":1}}`, "kubectl|patch|-p|{a:{b:1}}"],
  ])("%s", (text, words) => {
    expect(wordsOf(text)).toBe(words);
  });
});

describe("where expanded words were typed", () => {
  test.each([
    ["k run p $do", ["k", "run", "p", "$do", "$do", "$do"]],
    ["kn get $one", ["kn", "kn", "kn", "get", "$one"]],
    ['k get "a$one"b', ["k", "get", '"a$one"b']],
  ])("%s", (text, typed) => {
    const words = lastCommand(text).words;
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(typed);
  });

  test("a part of a word is found again through quotes and expansions", () => {
    const text = `kubectl run p --env='a b'="$one"x`;
    const word = lastCommand(text).words[3];
    if (word === undefined) throw new Error("no fourth word");
    const part = (from: number, to: number) => {
      const { start, end } = spanWithin(word, from, to);
      return text.slice(start, end);
    };
    expect(word.text).toBe("--env=a b=webx");
    expect(part(2, 5)).toBe("env");
    expect(part(6, 9)).toBe("a b");
    expect(part(10, 13)).toBe("$one");
    expect(part(13, 14)).toBe("x");
    expect(part(9, 14)).toBe(`="$one"x`);
  });
});
