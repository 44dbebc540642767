import { describe, expect, test } from "vitest";
import type { Invocation } from "@/lib/domain/kubectl/invocation";
import { readAnswer } from "@/lib/domain/kubectl/parse/read-answer";
import { commandTable } from "@/lib/domain/kubectl/tables/tables";

function parse(text: string): Invocation {
  const [line] = readAnswer(text, { aliases: { k: "kubectl" } }, commandTable("1.35"));
  if (line?.kind !== "invocation") throw new Error(`${text}: ${JSON.stringify(line)}`);
  return line;
}

const flagsOf = (text: string) => parse(text).flags.map(({ name, value }) => `${name}=${value}`);
const argsOf = (text: string) => parse(text).args.map((word) => word.text);

describe("the command", () => {
  test.each([
    ["kubectl", ""],
    ["kubectl get pods", "get"],
    ["k create deploy web --image=x", "create deployment"],
    ["kubectl create cm x", "create configmap"],
    ["kubectl create svc clusterip x", "create service clusterip"],
    ["kubectl create -f x", "create"],
    ["kubectl apply -f x", "apply"],
    ["kubectl apply view-last-applied pod x", "apply view-last-applied"],
    ["kubectl cluster-info", "cluster-info"],
    ["kubectl cluster-info dump", "cluster-info dump"],
    ["kubectl top po", "top pod"],
    ["kubectl config use x", "config use-context"],
    ["kubectl set sa deploy web x", "set serviceaccount"],
    ["kubectl -n shop get pods", "get"],
    ["kubectl --namespace shop get pods", "get"],
    ["kubectl --namespace=shop get pods", "get"],
    ["kubectl --dry-run=client create deployment web --image=x", "create deployment"],
    ["kubectl -o name create deployment web --image=x", "create deployment"],
    ["kubectl --image x create deployment web", "create deployment"],
    ["kubectl create --image x deployment web", "create deployment"],
    ["kubectl create -n shop deployment web --image=x", "create deployment"],
    ["kubectl '' get pods", "get"],
    ["kubectl create namespaces x", "create"],
    ["kubectl create -- deployment web", "create"],
    ["kubectl -- get pods", ""],
  ])("of %s", (text, path) => {
    expect(parse(text).path.join(" ")).toBe(path);
  });

  test("is underlined from its first to its last word", () => {
    const text = "kubectl create -n shop deploy web --image=x";
    const { start, end } = parse(text).pathSpan;
    expect(text.slice(start, end)).toBe("create -n shop deploy");
  });
});

describe("flags", () => {
  test.each([
    ["kubectl get pods -n x", ["namespace=x"]],
    ["kubectl get pods -nx", ["namespace=x"]],
    ["kubectl get pods -n=x", ["namespace=x"]],
    ["kubectl get pods -n=", ["namespace=="]],
    ["kubectl get pods -n ''", ["namespace="]],
    ["kubectl get pods --namespace x", ["namespace=x"]],
    ["kubectl get pods --namespace=x", ["namespace=x"]],
    ["kubectl get pods --namespace=", ["namespace="]],
    ["kubectl get pods --all_namespaces", ["all-namespaces=true"]],
    ["kubectl get -A pods -o wide", ["all-namespaces=true", "output=wide"]],
    ["kubectl get pods -Ao name", ["all-namespaces=true", "output=name"]],
    ["kubectl get pods -Aoname", ["all-namespaces=true", "output=name"]],
    ["kubectl get pods -namespace dev", ["namespace=amespace"]],
    ["kubectl get pods -A=false", ["all-namespaces=false"]],
    ["kubectl get pods -Aw=false", ["all-namespaces=true", "watch=false"]],
    ["kubectl logs p -fp", ["follow=true", "previous=true"]],
    ["kubectl exec p -itc main -- sh", ["stdin=true", "tty=true", "container=main"]],
    ["kubectl exec p -it=false -- sh", ["stdin=true", "tty=false"]],
    ["kubectl get pods -n a -n b", ["namespace=a", "namespace=b"]],
    ["kubectl get pods -n -A", ["namespace=-A"]],
    ["kubectl create ns x --dry-run", ["dry-run=unchanged"]],
    ["kubectl create ns x --dry-run client", ["dry-run=unchanged"]],
    ["kubectl create ns x --dry-run=client", ["dry-run=client"]],
    ["kubectl delete pod x --cascade", ["cascade=background"]],
    ["kubectl apply -f x --validate", ["filename=x", "validate=strict"]],
    ["kubectl get pods --no-headers yes", ["no-headers=true"]],
    ["kubectl scale deploy x --replicas=0x10", ["replicas=0x10"]],
    ["kubectl logs p --since=1h30m --tail=-1", ["since=1h30m", "tail=-1"]],
    ["kubectl run p --image=x -- --image=y", ["image=x"]],
  ])("of %s", (text, flags) => {
    expect(flagsOf(text)).toEqual(flags);
  });

  test.each([
    ["kubectl create deployment w --image=a,b --image=c", [["a", "b"], ["c"]]],
    [`kubectl create deployment w --image='"a,b",c'`, [["a,b", "c"]]],
    [`kubectl create deployment w --image='"a""b"'`, [['a"b']]],
    ["kubectl create deployment w --image=", [[]]],
    ["kubectl create role r --verb=get,list", [["get", "list"]]],
    ["kubectl run p --env=A=1,B=2 --image=x", [["A=1,B=2"], ["x"]]],
    ["kubectl create cm c --from-literal=a=1,b=2", [["a=1,b=2"]]],
    ["kubectl create role r --resource-name=a,b", [["a,b"]]],
    ["kubectl debug p --env=a=1,b=2 --image=x", [["a=1", "b=2"], ["x"]]],
    ["kubectl debug p --env=a=b,c --image=x", [["a=b,c"], ["x"]]],
    ["kubectl set resources deploy w --limits=cpu=1,memory=2", [["cpu=1,memory=2"]]],
  ])("%s: entries", (text, entries) => {
    expect(parse(text).flags.map(({ values }) => values)).toEqual(entries);
  });

  test.each([
    ["kubectl get pods -n shop", "-n shop", "shop"],
    ["kubectl get pods -nshop", "-nshop", "shop"],
    ["kubectl get pods --namespace='shop'", "--namespace='shop'", "shop"],
    ["kubectl get pods -Aon", "-A", null],
  ])("%s: where they stand", (text, whole, value) => {
    const [use] = parse(text).flags;
    expect(text.slice(use?.span.start, use?.span.end)).toBe(whole);
    expect(use?.valueSpan ? text.slice(use.valueSpan.start, use.valueSpan.end) : null).toBe(value);
  });

  test.each([
    ["kubectl get pods -n x", true],
    ["kubectl debug p --profile=general --image=x", false],
    ["kubectl create rolebinding r --user=x --role=y", false],
    ["kubectl get pods --user=x", true],
  ])("%s: global or the command's own", (text, global) => {
    expect(parse(text).flags[0]?.global).toBe(global);
  });

  test("deprecated ones warn", () => {
    expect(parse("kubectl annotate pod p a=b --record").warnings).toEqual([
      "Flag --record has been deprecated, --record will be removed in the future",
    ]);
  });
});

describe("arguments", () => {
  test.each([
    ["kubectl get pods web -A", ["pods", "web"]],
    ["kubectl get -A pods web", ["pods", "web"]],
    ["kubectl get pods - -A", ["pods", "-"]],
    ["kubectl create ns x --dry-run client", ["x", "client"]],
    ["kubectl get pods -namespace dev", ["pods", "dev"]],
    ["kubectl get pods –n dev", ["pods", "–n", "dev"]],
    ["kubectl delete pods a,b", ["pods", "a,b"]],
    ["kubectl exec p -- sh -c ls", ["p", "sh", "-c", "ls"]],
    ["kubectl get -- -n x", ["-n", "x"]],
    ["kubectl taint node n a=b:NoSchedule-", ["node", "n", "a=b:NoSchedule-"]],
  ])("of %s", (text, args) => {
    expect(argsOf(text)).toEqual(args);
  });

  test.each([
    ["kubectl exec p -- sh", 1],
    ["kubectl exec p sh -- -c ls", 2],
    ["kubectl run p --image=x --", 1],
    ["kubectl run p --image=x -- a -- b", 1],
    ["kubectl run p --image=x", null],
  ])("%s: before the dash", (text, length) => {
    expect(parse(text).argsLenAtDash).toBe(length);
  });
});

describe("help", () => {
  test.each([
    ["kubectl", true],
    ["kubectl get --help", true],
    ["kubectl create deployment -h", true],
    ["kubectl run --help", true],
    ["kubectl help get", true],
    ["kubectl rollout", true],
    ["kubectl create secret", true],
    ["kubectl certificate nonsense", true],
    ["kubectl get pods --help=false", false],
    ["kubectl get pods -nh", false],
    ["kubectl exec p -- sh --help", false],
  ])("%s", (text, help) => {
    expect(parse(text).help).toBe(help);
  });
});

test.each([
  ["kubectl help foo", "Unknown help topic [`foo`]"],
  ["kubectl help foo bar", "Unknown help topic [`foo` `bar`]"],
])("%s: help has nothing to say, and succeeds", (text, warning) => {
  expect(parse(text)).toMatchObject({ help: true, warnings: [warning] });
});

test("several lines are read one by one", () => {
  const lines = readAnswer("kubectl get pods\nkubectl gett pods; x=1", {}, commandTable());
  expect(lines.map(({ kind }) => kind)).toEqual(["invocation", "refused", "setting"]);
});
