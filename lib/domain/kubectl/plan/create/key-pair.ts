/** What kubectl says of the two files of a TLS secret before it sends them. */
import { normalPath } from "../normal-path";
import { fileProblem } from "../path-problem";
import { refuse } from "../plan-failure";
import type { PlanInput } from "../plan-input";

const UNREADABLE = {
  missing: (path: string) =>
    `error: Cannot read file ${path}, open ${path}: no such file or directory`,
  folder: (path: string) => `error: Cannot read file ${path}, read ${path}: is a directory`,
};

/** Texts are looked into only where the task vouches for its files. */
export function pairProblem(input: PlanInput, cert: string, key: string) {
  const { flags, world } = input;
  const certSpan = flags.span("cert");
  const keySpan = flags.span("key");
  const unread =
    fileProblem(input, cert, certSpan, UNREADABLE) ?? fileProblem(input, key, keySpan, UNREADABLE);
  if (unread) return unread;
  const [certificate, secret] = [cert, key].map((path) => world.readFile(normalPath(path)) ?? null);
  if (!world.knowsFiles || certificate === null || secret === null) return null;
  const blocks = pemTypes(certificate ?? "");
  if (!blocks.includes("CERTIFICATE")) {
    const message = blocks.some(isKey)
      ? "error: tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched"
      : "error: tls: failed to find any PEM data in certificate input";
    return refuse("not-a-certificate", message, certSpan, "--cert takes a PEM certificate.");
  }
  if (pemTypes(secret ?? "").length > 0) return null;
  const message = "error: tls: failed to find any PEM data in key input";
  return refuse("not-a-key", message, keySpan, "--key takes a PEM private key.");
}

const isKey = (type: string) => type.endsWith("PRIVATE KEY");

const pemTypes = (text: string) =>
  [...text.matchAll(/^-----BEGIN ([A-Z ]+)-----$/gm)].map(([, type = ""]) => type);
