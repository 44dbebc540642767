/** Which planner reads which command. */
import {
  planCreateNamespace,
  planCreateServiceAccount,
  planCreateToken,
} from "./create/create-account";
import { planCreateClusterRoleBinding, planCreateRoleBinding } from "./create/create-binding";
import {
  planCreateConfigMap,
  planCreateGenericSecret,
  planCreateRegistrySecret,
  planCreateTlsSecret,
} from "./create/create-data";
import { planCreateIngress } from "./create/create-ingress";
import { planCreateBudget, planCreatePriorityClass, planCreateQuota } from "./create/create-policy";
import { planCreateClusterRole, planCreateRole } from "./create/create-role";
import { planCreateService } from "./create/create-service";
import { planCreateCronJob, planCreateDeployment, planCreateJob } from "./create/create-workload";
import type { Planner } from "./plan-input";
import * as access from "./read/access";
import * as cluster from "./read/cluster";
import { planExplain } from "./read/explain";
import * as get from "./read/get";
import { planCopy } from "./read/copy";
import { planDebug } from "./read/debug";
import { planAttach, planExec } from "./read/exec";
import { planLogs } from "./read/logs";
import { planPortForward } from "./read/port-forward";
import { planTopNode, planTopPod } from "./read/top";
import { planWait } from "./read/wait";
import * as files from "./write/apply";
import * as config from "./write/config";
import * as entries from "./write/delete-config-entry";
import * as entry from "./write/set-config-entry";
import { planDelete } from "./write/delete";
import { planEdit } from "./write/edit";
import { planExpose } from "./write/expose";
import { planAnnotate, planLabel } from "./write/label";
import * as node from "./write/node";
import { planEditLastApplied, planSetLastApplied, planViewLastApplied } from "./write/last-applied";
import { planKubercSet, planKubercView } from "./write/preferences";
import { planTaint } from "./write/taint";
import { planPatch } from "./write/patch";
import * as rollout from "./write/rollout";
import { planRun } from "./write/run";
import { planAutoscale, planScale } from "./write/scale";
import { planSetSelector, planSetSubject } from "./write/set-others";
import { planSetEnv } from "./write/set-env";
import { planSetImage, planSetResources, planSetServiceAccount } from "./write/set-pods";

const CREATE: Readonly<Record<string, Planner>> = {
  create: files.planCreateFile,
  "create clusterrole": planCreateClusterRole,
  "create clusterrolebinding": planCreateClusterRoleBinding,
  "create configmap": planCreateConfigMap,
  "create cronjob": planCreateCronJob,
  "create deployment": planCreateDeployment,
  "create ingress": planCreateIngress,
  "create job": planCreateJob,
  "create namespace": planCreateNamespace,
  "create poddisruptionbudget": planCreateBudget,
  "create priorityclass": planCreatePriorityClass,
  "create quota": planCreateQuota,
  "create role": planCreateRole,
  "create rolebinding": planCreateRoleBinding,
  "create secret docker-registry": planCreateRegistrySecret,
  "create secret generic": planCreateGenericSecret,
  "create secret tls": planCreateTlsSecret,
  "create service clusterip": planCreateService("ClusterIP"),
  "create service externalname": planCreateService("ExternalName"),
  "create service loadbalancer": planCreateService("LoadBalancer"),
  "create service nodeport": planCreateService("NodePort"),
  "create serviceaccount": planCreateServiceAccount,
  "create token": planCreateToken,
};

const CHANGE: Readonly<Record<string, Planner>> = {
  "alpha kuberc set": planKubercSet,
  annotate: planAnnotate,
  apply: files.planApply,
  "apply edit-last-applied": planEditLastApplied,
  "apply set-last-applied": planSetLastApplied,
  "auth reconcile": access.planReconcile,
  autoscale: planAutoscale,
  "certificate approve": access.planApprove,
  "certificate deny": access.planDeny,
  cordon: node.planCordon,
  delete: planDelete,
  drain: node.planDrain,
  edit: planEdit,
  expose: planExpose,
  label: planLabel,
  patch: planPatch,
  replace: files.planReplace,
  "rollout pause": rollout.planRolloutPause,
  "rollout restart": rollout.planRolloutRestart,
  "rollout resume": rollout.planRolloutResume,
  "rollout undo": rollout.planRolloutUndo,
  run: planRun,
  scale: planScale,
  "set env": planSetEnv,
  "set image": planSetImage,
  "set resources": planSetResources,
  "set selector": planSetSelector,
  "set serviceaccount": planSetServiceAccount,
  "set subject": planSetSubject,
  taint: planTaint,
  uncordon: node.planUncordon,
};

const READ: Readonly<Record<string, Planner>> = {
  "alpha kuberc view": planKubercView,
  "api-resources": cluster.planApiResources,
  "api-versions": cluster.planApiVersions,
  "apply view-last-applied": planViewLastApplied,
  attach: planAttach,
  "auth can-i": access.planCanI,
  "auth whoami": access.planWhoAmI,
  "cluster-info": cluster.planClusterInfo,
  "cluster-info dump": cluster.planClusterInfoDump,
  completion: cluster.planCompletion,
  cp: planCopy,
  debug: planDebug,
  describe: get.planDescribe,
  diff: files.planDiff,
  events: get.planEvents,
  exec: planExec,
  explain: planExplain,
  get: get.planGet,
  kustomize: cluster.planKustomize,
  logs: planLogs,
  options: cluster.planOptions,
  "plugin list": cluster.planPluginList,
  "port-forward": planPortForward,
  proxy: cluster.planProxy,
  "rollout history": rollout.planRolloutHistory,
  "rollout status": rollout.planRolloutStatus,
  "top node": planTopNode,
  "top pod": planTopPod,
  version: cluster.planVersion,
  wait: planWait,
};

const CONFIG: Readonly<Record<string, Planner>> = {
  "config current-context": config.planCurrentContext,
  "config delete-cluster": entries.planDeleteCluster,
  "config delete-context": entries.planDeleteContext,
  "config delete-user": entries.planDeleteUser,
  "config get-clusters": config.planGetClusters,
  "config get-contexts": config.planGetContexts,
  "config get-users": config.planGetUsers,
  "config rename-context": config.planRenameContext,
  "config set": config.planConfigSet,
  "config set-cluster": entry.planSetCluster,
  "config set-context": config.planSetContext,
  "config set-credentials": entry.planSetCredentials,
  "config unset": config.planConfigUnset,
  "config use-context": config.planUseContext,
  "config view": config.planConfigView,
};

const PLANNERS: ReadonlyMap<string, Planner> = new Map(
  Object.entries({ ...CREATE, ...CHANGE, ...READ, ...CONFIG }),
);

/** Null for commands whose effect cannot be read off the line: edit, plugins, alpha. */
export const plannerFor = (path: readonly string[]): Planner | null =>
  PLANNERS.get(path.join(" ")) ?? null;
