/** kubectl config set-cluster and set-credentials: one entry of the kubeconfig. */
import { ok } from "../../../result";
import { normalPath } from "../normal-path";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { Step } from "../plan-model";
import { configChange, oneWord, unexpected } from "./config-change";

const planSetEntry =
  (section: "clusters" | "users", names: readonly string[]): Planner =>
  (input) => {
    const usage = section === "users" ? unexpected(input).replace("U", "u") : unexpected(input);
    const word = oneWord(input, usage, "name");
    if (!word.ok) return word;
    const problem = section === "users" ? credentialsProblem(input) : clusterProblem(input);
    if (problem) return problem;
    const steps: Step[] = [];
    for (const name of names) {
      const use = input.flags.use(name);
      if (use) {
        steps.push(configChange(`${section}.${word.value.text}.${name}`, use.value, use.span));
      }
    }
    if (steps.length === 0) {
      steps.push(configChange(`${section}.${word.value.text}`, "unchanged", word.value));
    }
    return ok(steps);
  };

function clusterProblem(input: PlanInput) {
  const { flags } = input;
  const unread = unreadable(input, ["certificate-authority"]);
  if (unread) return unread;
  if (!flags.bool("embed-certs") || flags.text("certificate-authority") !== "") return null;
  const message = "error: you must specify a --certificate-authority to embed";
  return refuse("nothing-to-embed", message, flags.span("embed-certs"));
}

const INTERACTIVE_MODES = new Set(["IfAvailable", "Never", "Always"]);

/** What is embedded must be there to be read. */
function unreadable({ flags, world }: PlanInput, names: readonly string[]) {
  if (!flags.bool("embed-certs")) return null;
  for (const name of names) {
    const path = flags.text(name);
    if (path === "" || !world.lacksFile(normalPath(path))) continue;
    const message = `error: could not stat ${name} file ${path}: stat ${path}: no such file or directory`;
    return refuse("no-such-file", message, flags.span(name), "There is no file of this name here.");
  }
  return null;
}

function credentialsProblem(input: PlanInput) {
  const { flags } = input;
  if (flags.text("token") !== "" && flags.text("username") + flags.text("password") !== "") {
    const message =
      "error: you cannot specify more than one authentication method at the same time: --token, --username/--password";
    return refuse("two-methods", message, flags.span("token"));
  }
  const certificates = flags.text("client-certificate") + flags.text("client-key");
  if (flags.bool("embed-certs") && certificates === "") {
    const message = "error: you must specify a --client-certificate or --client-key to embed";
    return refuse("nothing-to-embed", message, flags.span("embed-certs"));
  }
  const unread = unreadable(input, ["client-certificate", "client-key"]);
  return unread ?? pluginProblem(input);
}

function pluginProblem({ flags }: PlanInput) {
  const argument = flags.entries("auth-provider-arg").find(({ text }) => !/[=-]/.test(text));
  if (argument) {
    const message = `error: invalid auth-provider-arg format: ${argument.text}`;
    return refuse("bad-auth-provider-arg", message, argument.span, "Write KEY=VALUE.");
  }
  const variable = flags.entries("exec-env").find(({ text }) => !/[=-]/.test(text));
  if (variable) {
    const message = `error: invalid exec-env format: ${variable.text}`;
    return refuse("bad-exec-env", message, variable.span, "Write NAME=VALUE.");
  }
  const mode = flags.text("exec-interactive-mode");
  if (mode === "" || INTERACTIVE_MODES.has(mode)) return null;
  const message = "error: invalid interactive mode type, can be only IfAvailable, Never, Always";
  return refuse("bad-interactive-mode", message, flags.span("exec-interactive-mode"));
}

export const planSetCluster = planSetEntry("clusters", [
  "server",
  "certificate-authority",
  "embed-certs",
  "insecure-skip-tls-verify",
  "proxy-url",
  "tls-server-name",
]);
export const planSetCredentials = planSetEntry("users", [
  "client-certificate",
  "client-key",
  "embed-certs",
  "token",
  "username",
  "password",
  "auth-provider",
  "auth-provider-arg",
  "exec-command",
  "exec-arg",
  "exec-env",
  "exec-api-version",
  "exec-interactive-mode",
  "exec-provide-cluster-info",
]);
