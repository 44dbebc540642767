/** Runs the real kubectl away from anything of the person who runs the script. */
import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Run = {
  exitCode: number;
  stdout: string;
  stderr: string;
  /** Ended by us, because it would have run for ever (watches, proxies). */
  timedOut: boolean;
};

export type RunOptions = {
  cwd?: string;
  stdin?: string;
  env?: Record<string, string>;
  timeoutMs?: number;
};

/** An empty home, so that no kubeconfig, kuberc or plugin of the host is seen. */
export const emptyHome = () => mkdtempSync(join(tmpdir(), "kubectl-home-"));

/** Runs a program (kubectl, or a shell that runs it) until it ends or its time is up. */
export function runKubectl(
  program: string,
  args: readonly string[],
  options: RunOptions,
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      detached: true, // its own process group, so that what it started ends with it
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: {
        PATH: "/nonexistent",
        ...options.env,
      } as unknown as NodeJS.ProcessEnv,
    });
    let stdout = "";
    let stderr = "";
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    }, options.timeoutMs ?? 20_000);
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.stdin.on("error", () => undefined); // kubectl may exit without reading it
    child.stdin.end(options.stdin ?? "");
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ exitCode: code ?? -1, stdout, stderr, timedOut });
    });
  });
}

/** Maps with at most `limit` under way at once; results in the order of the items. */
export async function mapLimited<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
}
