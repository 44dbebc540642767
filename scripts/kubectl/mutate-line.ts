/** Lines that are nearly right, as slips of the finger and of memory make them. */

const SEEDS: readonly string[] = [
  "kubectl create deployment web --image=nginx:1.27 --replicas=3 -n shop",
  "k run web --image=nginx $do --labels=app=web,tier=fe -- sleep 10 > web.yaml",
  "kubectl get pods -Ao jsonpath='{.items[*].metadata.name}' --sort-by=.metadata.name",
  "kubectl expose deploy web --port=80 --target-port=8080 --type=NodePort",
  'kubectl patch svc web -p "{\\"spec\\":{\\"type\\":\\"NodePort\\"}}"',
  "kubectl exec -itc main web -- sh -c 'echo $HOME'",
  "export ns=shop\nkubectl label pod web-{1..3} app=web -n $ns && kubectl get pods -l app=web",
  "cat <<EOF | kubectl apply -f -\nkind: Pod\nname: $x\nEOF",
  "kubectl create role r --verb=get,list --resource=pods,deployments.apps",
  "kubectl drain node-1 --ignore-daemonsets --delete-emptydir-data --timeout=1m30s",
  "kubectl config set-context --current --namespace=shop; kubectl rollout undo deploy/web",
  "kubectl taint nodes node-1 key=value:NoSchedule- --dry-run=client",
  "kubectl autoscale deployment web --min=2 --max=5 --cpu=80%",
  "kubectl top pods -A --sort-by cpu 2>/dev/null &",
  "kubectl create cronjob j --image=busybox --schedule='*/5 * * * *' -- date",
];

const PIECES: readonly string[] = [
  " ", "  ", "-", "--", "=", "'", '"', "\\", "$", "$(", ")", "`", "${", "}", "{", ",", "..", "|", "||", "&", "&&", ";",
  ">", ">>", "<", "<<E\n", "#", "\n", "\r\n", "\t", "–", "“", "\u00a0", "é", "😀", "\ud800", "\u0000", "*", "/", ":",
  "$do", "k ", "kubectl", "alias a=", "export ", "-n", "-A", "--all", "--image=", "--dry-run", "get", "create", "pods", "0x", "1h",
]; // prettier-ignore

/** `draw(n)` gives a whole number from 0 to n - 1. */
export function mutateLine(draw: (below: number) => number): string {
  let line = pick(SEEDS, draw);
  for (let left = draw(5); left >= 0; left--) line = mutateOnce(line, draw);
  return line;
}

function mutateOnce(line: string, draw: (below: number) => number): string {
  const at = draw(line.length + 1);
  const end = Math.min(line.length, at + draw(6));
  const [head, middle, tail] = [line.slice(0, at), line.slice(at, end), line.slice(end)];
  switch (draw(6)) {
    case 0:
      return head + tail;
    case 1:
      return head + middle + middle + tail;
    case 2:
      return head + pick(PIECES, draw) + middle + tail;
    case 3:
      return head + pick(PIECES, draw) + tail;
    case 4:
      return head + pick(SEEDS, draw).slice(draw(20));
    default:
      return head + Array.from(middle).toReversed().join("") + tail;
  }
}

const pick = (list: readonly string[], draw: (below: number) => number) =>
  list[draw(list.length)] ?? "";
