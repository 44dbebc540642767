/** A load of requests over kept connections, and what came of it. */
import { Agent, request as send } from "node:http";

export type Call = { path: string; cookie?: string; body: string };

export type LoadResult = {
  requests: number;
  /** By status other than 200, how often. */
  refused: Record<number, number>;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
};

type LoadOptions = {
  port: number;
  seconds: number;
  connections: number;
  /** The next request of a connection, by its number and how many went before. */
  next: (connection: number, turn: number) => Call;
};

export async function load({ port, seconds, connections, next }: LoadOptions): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const endsAt = performance.now() + seconds * 1_000;
  const took: number[] = [];
  const refused: Record<number, number> = {};
  const startedAt = performance.now();
  const client = async (connection: number) => {
    for (let turn = 0; performance.now() < endsAt; turn++) {
      const from = performance.now();
      const status = await post(agent, port, next(connection, turn));
      if (status === 200) took.push(performance.now() - from);
      else refused[status] = (refused[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, connection) => client(connection)));
  const elapsed = (performance.now() - startedAt) / 1_000;
  agent.destroy();
  took.sort((a, b) => a - b);
  return {
    requests: took.length,
    refused,
    perSecond: took.length / elapsed,
    p50: quantile(took, 0.5),
    p95: quantile(took, 0.95),
    p99: quantile(took, 0.99),
  };
}

/** Of sorted values; NaN of none. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

function post(agent: Agent, port: number, { path, cookie, body }: Call): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = send(
      {
        agent,
        port,
        path,
        method: "POST",
        host: "127.0.0.1",
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          ...(cookie === undefined ? {} : { cookie }),
        },
      },
      (response) => {
        response.resume();
        response.on("end", () => {
          resolve(response.statusCode ?? 0);
        });
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}
