/**
 * Flags that learners reach for and kubectl does not have (there), and what does the
 * job instead. Looked up before spelling: `--tag` is not a typo of `--tls`.
 */

export type MeantFlag = {
  /** Long names as typed, without dashes. */
  flags: string;
  /** Commands for which this holds, as "create deployment"; a first word covers its subcommands. All when left out. */
  on?: readonly string[];
  say: string;
};

const SERVICES = ["create service", "create ingress"];
const WORKLOADS = ["create deployment", "create job", "create cronjob"];

// One row per mistake, so that the list can be scanned.
// prettier-ignore
export const MEANT_FLAGS: readonly MeantFlag[] = [
  { flags: "tag version", on: ["run", "create", "set image", "debug"], say: "The tag belongs to the image: --image=nginx:1.27." },
  { flags: "env-file envfile", on: ["run", "create deployment", "create job", "create cronjob", "set env"], say: "Make a ConfigMap with create configmap NAME --from-env-file=FILE, then use set env … --from=configmap/NAME." },
  { flags: "env-file envfile", on: ["create configmap", "create secret"], say: "It is called --from-env-file." },
  { flags: "env environment e", on: WORKLOADS, say: "create cannot set environment variables: create it first, then use set env." },
  { flags: "image containers", on: ["set image"], say: "Give containers as name=image without a flag: set image deployment/web nginx=nginx:1.27." },
  { flags: "image container-image", on: ["create configmap", "create secret", "create service", "create namespace", "create serviceaccount", "expose", "scale"], say: "Only what runs containers has an image; this does not." },
  { flags: "name pod-name deployment-name", on: ["run", "create", "get", "describe", "delete", "scale", "logs", "exec", "edit", "label", "annotate", "rollout", "autoscale", "set"], say: "Names are given without a flag, right after the command or the resource type." },
  { flags: "ns namespaces name-space", say: "It is called --namespace, or -n for short." },
  { flags: "all", on: ["get", "describe", "top", "events"], say: "Without a name everything of the type is meant already; for all namespaces use --all-namespaces or -A." },
  { flags: "all-namespace allnamespaces all-ns", say: "It is called --all-namespaces, or -A for short." },
  { flags: "limits requests limit request cpu memory resources", on: ["run", ...WORKLOADS], say: "Resources are set afterwards with set resources, or in the manifest." },
  { flags: "limits requests limit request", on: ["create quota"], say: "A quota takes --hard=cpu=1,memory=1Gi,pods=2." },
  { flags: "serviceaccount service-account sa", on: ["run", ...WORKLOADS], say: "The service account is set afterwards: set serviceaccount for workloads, the manifest or --overrides for a pod." },
  { flags: "serviceaccount sa service-account-name", on: ["set serviceaccount"], say: "The service account is given without a flag: set serviceaccount deployment web NAME." },
  { flags: "restart", on: ["create deployment"], say: "A deployment always restarts its pods; only run and create cronjob take --restart." },
  { flags: "restart", on: ["create job"], say: "The pods of a job made this way are never restarted; change restartPolicy in the manifest." },
  { flags: "schedule", on: ["run", "create job", "create deployment"], say: "Schedules belong to create cronjob." },
  { flags: "generator", say: "Generators are gone: run makes a pod, create makes everything else." },
  { flags: "export", on: ["get"], say: "--export is gone: use -o yaml and take out what the cluster added." },
  { flags: "show-all", on: ["get"], say: "--show-all is gone: get shows finished pods by itself." },
  { flags: "include-uninitialized include-extended-apis heapster-namespace hostport", say: "This flag was removed from kubectl." },
  { flags: "expose", on: WORKLOADS, say: "Create it, then use expose; only run has --expose." },
  { flags: "port target-port", on: SERVICES, say: "Ports are given as --tcp=PORT:TARGET-PORT; an ingress names them in --rule=HOST/PATH=SERVICE:PORT." },
  { flags: "ports tcp", on: ["run", "create deployment", "expose"], say: "It is called --port." },
  { flags: "target-port targetport", on: ["run", "create deployment"], say: "This has --port only; the service made by expose has --target-port." },
  { flags: "node-port nodeport", on: ["expose"], say: "expose cannot choose the node port: use create service nodeport --node-port, or edit the service." },
  { flags: "type", on: ["create service"], say: "The type is the subcommand: create service clusterip, nodeport, loadbalancer or externalname." },
  { flags: "type", on: ["run", "create deployment"], say: "Only services have a type: use expose --type." },
  { flags: "selector", on: ["create service"], say: "create service always selects app=NAME; use expose --selector, or set selector afterwards." },
  { flags: "labels label", on: ["get", "delete", "logs", "describe", "top", "wait", "rollout", "drain", "scale", "set"], say: "Objects are selected by label with --selector, or -l for short." },
  { flags: "labels label", on: ["create"], say: "create cannot set labels: use label afterwards, or the manifest." },
  { flags: "annotation annotations", on: ["create deployment", "create service", "create job", "expose", "get"], say: "Annotations are set afterwards with annotate." },
  { flags: "key value", on: ["create configmap", "create secret", "label", "annotate"], say: "Keys and values are written as KEY=VALUE: --from-literal=KEY=VALUE for create, KEY=VALUE alone for label and annotate." },
  { flags: "literal data from-literals", on: ["create configmap", "create secret"], say: "It is called --from-literal=KEY=VALUE." },
  { flags: "username user password", on: ["create secret generic"], say: "Write --from-literal=username=… for each key." },
  { flags: "host path service", on: ["create ingress"], say: "Host, path and service go into one --rule=HOST/PATH=SERVICE:PORT." },
  { flags: "key effect", on: ["taint"], say: "A taint is written as KEY=VALUE:EFFECT without flags." },
  { flags: "verbs", say: "It is called --verb; list several as --verb=get,list." },
  { flags: "resources", on: ["create role", "create clusterrole"], say: "It is called --resource; list several as --resource=pods,services." },
  { flags: "subject", on: ["create rolebinding", "create clusterrolebinding"], say: "Subjects are --user, --group and --serviceaccount=NAMESPACE:NAME." },
  { flags: "min max", on: ["scale", "create deployment"], say: "A range of replicas belongs to autoscale: --min and --max." },
  { flags: "replicas", on: ["autoscale"], say: "autoscale takes --min and --max; a fixed number is set with scale --replicas." },
  { flags: "replicas", on: ["run"], say: "run makes a single pod: use create deployment --replicas." },
  { flags: "revision", on: ["rollout undo"], say: "It is called --to-revision." },
  { flags: "to-revision", on: ["rollout history"], say: "It is called --revision." },
  { flags: "follow", on: ["get"], say: "Changes are followed with --watch, or -w for short." },
  { flags: "watch", on: ["logs"], say: "Logs are followed with --follow, or -f for short." },
  { flags: "lines head last", on: ["logs"], say: "The number of lines is given with --tail." },
  { flags: "pod", on: ["logs", "exec", "port-forward", "attach", "cp"], say: "The pod is named without a flag." },
  { flags: "command cmd", on: WORKLOADS, say: "Put the command at the end, after --." },
  { flags: "args", on: ["run", ...WORKLOADS], say: "Put the arguments at the end, after --." },
  { flags: "rm", on: WORKLOADS, say: "Only run can remove what it started." },
  { flags: "format", say: "The format of the output is chosen with -o." },
  { flags: "out", say: "The format of the output is chosen with -o; to write a file add > FILE." },
  { flags: "file filename f", on: ["run"], say: "run makes a pod from an image; a manifest is used with apply -f or create -f." },
  { flags: "file files", say: "It is called --filename, or -f for short." },
  { flags: "yes y", say: "kubectl asks no questions that --yes could answer." },
  { flags: "dry-run", on: ["get", "describe", "logs", "exec", "top", "explain"], say: "This changes nothing, so there is nothing to try dry." },
  { flags: "dryrun", say: "It is called --dry-run=client." },
  { flags: "sortby sort", on: ["get", "top"], say: "It is called --sort-by." },
  { flags: "recursively", say: "It is called --recursive." },
  { flags: "record", say: "--record is not accepted here; note the change with annotate kubernetes.io/change-cause=…." },
  { flags: "ignore-daemonset", say: "It is called --ignore-daemonsets." },
  { flags: "delete-local-data", on: ["drain"], say: "It is called --delete-emptydir-data." },
];
