/** kubectl auth can-i, whoami, reconcile; certificate approve, deny. */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import { builtIn } from "../create/create-step";
import { chooseTargets } from "../choose-targets";
import { hasFiles, isOpaqueFile, readFileObjects } from "../file-objects";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Step, Target } from "../plan-model";
import { findType } from "../select-targets";
import { changeStep, symbolic } from "../write/change-step";
import { observe } from "./observe";

const SIGNING_REQUEST = builtIn(
  "certificates.k8s.io",
  "v1",
  "certificatesigningrequests",
  "CertificateSigningRequest",
  false,
);

export const planCanI: Planner = (input) => {
  const { flags, invocation } = input;
  const { args, pathSpan } = invocation;
  const namespace = flags.bool("all-namespaces") ? "" : input.namespace;
  const [verb, object, extra] = args;
  if (flags.bool("list")) {
    const message = "error: list option must be specified with no arguments";
    if (verb) return refuse("list-alone", message, verb);
    return ok([observe(input, "auth can-i --list", [], [["no-headers", "bool"]], { namespace })]);
  }
  if (flags.bool("no-headers")) {
    const message = "error: --no-headers cannot be set without --list specified";
    return refuse("headers-without-list", message, flags.span("no-headers"));
  }
  if (!verb || !object || extra) {
    return refuse(
      "verb-and-type",
      `error: you must specify two arguments: verb resource or verb resource/resourceName.`,
      extra ?? pathSpan,
      "Write kubectl auth can-i <verb> <resource>.",
    );
  }
  const facts: JsonObject = { verb: verb.text, ...askedOf(input, object.text, namespace) };
  const subresource = flags.text("subresource");
  if (subresource !== "") facts["subresource"] = subresource;
  const origins = [
    { path: "verb", span: verb },
    ...["resource", "group", "name", "url"].map((path) => ({ path, span: object })),
    ...(flags.use("subresource") ? [{ path: "subresource", span: flags.span("subresource") }] : []),
  ];
  return ok([observe(input, "auth can-i", [], [["quiet", "bool"]], facts, origins)]);
};

/** "/healthz" is a path; "deploy.apps/web" an object; unknown types are asked for as they are typed. */
function askedOf(input: PlanInput, text: string, namespace: string): JsonObject {
  if (text.startsWith("/")) return { url: text };
  const [head = "", name = ""] = text.split("/");
  const type = input.types.find(head);
  const [word = "", ...group] = head.split(".");
  return {
    ...(type?.namespaced === false ? {} : { namespace }),
    resource: type?.resource ?? word,
    group: type?.group ?? group.join("."),
    ...(name === "" ? {} : { name }),
  };
}

export const planWhoAmI: Planner = (input) => ok([observe(input, "auth whoami", [], [])]);

export const planReconcile: Planner = (input) => {
  if (!hasFiles(input)) {
    return refuse("file-needed", "error: must specify one of -f and -k", input.invocation.pathSpan);
  }
  const files = readFileObjects(input);
  if (!files.ok) return files;
  const options: JsonObject = {};
  for (const flag of ["remove-extra-subjects", "remove-extra-permissions"]) {
    if (input.flags.bool(flag)) options[flag] = true;
  }
  const granting = files.value.filter(
    ({ target }) => isOpaqueFile(target) || target.type.group === "rbac.authorization.k8s.io",
  );
  return ok(
    granting.map(({ target, object, span }): Step => {
      const facts: JsonObject = object ? { object: object as JsonObject } : {};
      return changeStep(target, symbolic("reconcile", facts), [{ path: "", span }], options);
    }),
  );
};

/** `approve pod/p`: another object than a signing request. */
function notRequestProblem(input: PlanInput, word: ShellWord) {
  const [head = "", name] = word.text.split("/");
  if (name === undefined) return null;
  const type = findType(input, head, word);
  if (!type.ok) return type;
  const { kind, namespaced } = type.value.type;
  if (kind === SIGNING_REQUEST.kind) return null;
  const message = namespaced
    ? "error: namespace may not be empty when retrieving a resource by name"
    : `error: can only handle CertificateSigningRequest.certificates.k8s.io objects, got ${kind}`;
  return refuse("not-a-request", message, word, "Name a certificate signing request.");
}

const planCertificate =
  (verdict: "Approved" | "Denied"): Planner =>
  (input) => {
    const { args, pathSpan } = input.invocation;
    if (args.length === 0 && !hasFiles(input)) {
      return refuse(
        "request-needed",
        "error: one or more CSRs must be specified as <name> or -f <filename>",
        pathSpan,
        "Name the signing request.",
      );
    }
    const first = args[0];
    if (first && hasFiles(input)) {
      const message = "error: resource/name arguments cannot be provided when a path is specified";
      return refuse(
        "files-and-types",
        message,
        first,
        "Name the request either by file or by name.",
      );
    }
    const wrong = args.map((word) => notRequestProblem(input, word)).find((one) => one !== null);
    if (wrong) return wrong;
    const targets: Target[] = args.map((word) => ({
      type: SIGNING_REQUEST,
      namespace: null,
      name: word.text.replace(/^(certificatesigningrequests?|csr)\//, ""),
      labelSelector: null,
      fieldSelector: null,
      span: word,
    }));
    const files = hasFiles(input)
      ? chooseTargets(input, [], { allowEmptySelector: false })
      : ok([]);
    if (!files.ok) return files;
    const change = symbolic("certificate", { condition: verdict });
    return ok([...targets, ...files.value].map((target) => changeStep(target, change)));
  };

export const planApprove = planCertificate("Approved");
export const planDeny = planCertificate("Denied");
