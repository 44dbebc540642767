/** The paths that kubectl config set and unset take: `contexts.dev.namespace`. */
import type { ShellWord } from "../../invocation";
import { refuse } from "../plan-failure";
import type { PlanInput } from "../plan-input";

const SECTIONS =
  "apiVersion clusters contexts current-context extensions kind preferences users".split(" ");

const FIELDS: Readonly<Record<"clusters" | "contexts" | "users", readonly string[]>> = {
  clusters:
    "server tls-server-name insecure-skip-tls-verify certificate-authority certificate-authority-data proxy-url disable-compression extensions".split(
      " ",
    ),
  contexts: "cluster user namespace extensions".split(" "),
  users:
    "client-certificate client-certificate-data client-key client-key-data token tokenFile as as-uid as-groups as-user-extra username password auth-provider exec extensions".split(
      " ",
    ),
};

export function sectionProblem(path: ShellWord) {
  const [section = ""] = path.text.split(".");
  if (SECTIONS.includes(section)) return null;
  const message = `error: unable to parse ${path.text} after [] at api.Config`;
  return refuse(
    "bad-config-path",
    message,
    path,
    `The path begins with one of ${SECTIONS.join(", ")}.`,
  );
}

/** A value needs a field to go to: `contexts.dev.namespace`, not `contexts.dev`. */
export function fieldProblem({ world }: PlanInput, path: ShellWord) {
  const [section = "", ...rest] = path.text.split(".");
  if (section === "current-context" && rest.length > 0) {
    const message = `error: unable to parse one or more field values of ${path.text}`;
    return refuse("bad-config-path", message, path);
  }
  if (section !== "clusters" && section !== "contexts" && section !== "users") return null;
  // Names may hold dots.
  const [, ...fields] = rest;
  if (FIELDS[section].some((field) => fields.includes(field))) return null;
  // kubectl prints the addresses of what it holds.
  const held = (world[section] ?? []).map((name) => `${name}:0xc`).sort();
  return refuse(
    "bad-config-path",
    `error: can't set a map to a value: map[${held.join(" ")}]`,
    path,
    `Write ${section}.<name>.<field>; the fields are ${FIELDS[section].join(", ")}.`,
  );
}
