/** What kubectl says of paths where there is nothing, or not what it needs. */
import { nearest } from "../hints/edit-distance";
import type { Span } from "../model";
import { normalPath } from "./normal-path";
import { refuse } from "./plan-failure";
import type { PlanInput, World } from "./plan-input";

type Refused = ReturnType<typeof refuse>;

export const isManifest = (path: string) => /\.(ya?ml|json)$/.test(path);

const isFolder = (world: World, path: string) => world.listTree(path).length > 0;

/** A file that must be there: nothing, or a folder, in its place. `say` words what is wrong. */
export function fileProblem(
  { world }: Pick<PlanInput, "world">,
  path: string,
  span: Span,
  say: { missing: (path: string) => string; folder: (path: string) => string },
): Refused | null {
  const normal = normalPath(path);
  if (world.lacksFile(normal)) {
    return refuse("no-such-file", say.missing(path), span, hintFile(world, normal));
  }
  if (!isFolder(world, normal)) return null;
  return refuse("is-a-folder", say.folder(path), span, "This is a folder; name a file in it.");
}

/** `-f path`: a manifest, or a folder with manifests. */
export function manifestProblem(
  { flags, world }: PlanInput,
  path: string,
  span: Span,
): Refused | null {
  const normal = normalPath(path);
  if (world.lacksFile(normal)) {
    const message = `error: the path ${JSON.stringify(path)} does not exist`;
    return refuse("no-such-file", message, span, hintFile(world, normal));
  }
  const files = flags.bool("recursive") ? world.listTree(normal) : world.listFiles(normal);
  if (!world.knowsFiles || world.listTree(normal).length === 0 || files.some(isManifest)) {
    return null;
  }
  const message = `error: error reading [${path}]: recognized file extensions are [.json .yaml .yml]`;
  return refuse("no-manifest", message, span, "The folder holds no .yaml, .yml or .json file.");
}

const KUSTOMIZATIONS = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

/** `-k folder`. The learner's folder is not known by its full path; it is written $PWD. */
export function kustomizeProblem(
  { world, invocation }: PlanInput,
  path: string,
  span: Span,
): Refused | null {
  const normal = normalPath(path);
  const prefix = invocation.path[0] === "get" ? "" : "error: ";
  const full = normal === "." ? "$PWD" : `$PWD/${normal}`;
  if (world.lacksFile(normal)) {
    const message = `${prefix}must build at directory: not a valid directory: evalsymlink failure on '${path}' : lstat ${full}: no such file or directory`;
    return refuse("no-such-file", message, span, "There is no folder of this name.");
  }
  if (world.readFile(normal) !== null) {
    const message = `${prefix}must build at directory: '${path}': file is not directory`;
    return refuse("not-a-folder", message, span, "Name the folder that holds the kustomization.");
  }
  const files = KUSTOMIZATIONS.map((name) => (normal === "." ? name : `${normal}/${name}`));
  if (!files.every((file) => world.lacksFile(file))) return null;
  const message = `${prefix}unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '${full}'`;
  return refuse("no-kustomization", message, span, "-k takes a folder with a kustomization.yaml.");
}

/** The file that was meant, or those that lie beside it. */
function hintFile(world: World, path: string): string | null {
  const cut = path.lastIndexOf("/");
  const folder = cut < 0 ? "." : path.slice(0, cut);
  const names = world.listFiles(folder);
  const near = nearest(path, names);
  if (near !== null) return `Did you mean ${near}?`;
  return names.length === 0 ? null : `The files here are ${names.join(", ")}.`;
}
