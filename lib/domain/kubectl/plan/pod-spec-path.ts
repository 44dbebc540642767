/** Where the pod spec stands in each kind that has one. */
const TEMPLATE = ["spec", "template"];
const PATHS: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  Deployment: TEMPLATE,
  ReplicaSet: TEMPLATE,
  StatefulSet: TEMPLATE,
  DaemonSet: TEMPLATE,
  ReplicationController: TEMPLATE,
  Job: TEMPLATE,
  CronJob: ["spec", "jobTemplate", "spec", "template"],
  PodTemplate: ["template"],
};

/** Path of the pod template; null for kinds without pods. */
export const podTemplatePath = (kind: string): readonly string[] | null => PATHS[kind] ?? null;

export const podSpecPath = (kind: string): readonly string[] | null => {
  const template = podTemplatePath(kind);
  return template && [...template, "spec"];
};
