import { Agent, request as send, type IncomingMessage } from "node:http";

export type Reply = { status: number; text: string };

/** Sends like a browser does: over connections that stay open. `send` resolves with null when no answer came. */
export class BenchClient {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #baseUrl: string;
  readonly #cookie: string;

  constructor(baseUrl: string, cookie: string) {
    this.#baseUrl = baseUrl;
    this.#cookie = cookie;
  }

  send(method: string, path: string, body?: unknown): Promise<Reply | null> {
    const text = body === undefined ? "" : JSON.stringify(body);
    const headers = {
      cookie: this.#cookie,
      origin: this.#baseUrl,
      "content-type": "application/json",
      "content-length": Buffer.byteLength(text),
    };
    return new Promise((resolve) => {
      const give = (reply: Reply | null) => {
        resolve(reply);
      };
      const request = send(
        `${this.#baseUrl}${path}`,
        { agent: this.#agent, method, headers },
        (response) => {
          void read(response).then(give);
        },
      );
      request.on("error", () => {
        give(null);
      });
      request.end(text);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** Null when the answer breaks off. */
async function read(response: IncomingMessage): Promise<Reply | null> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    return { status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() };
  } catch {
    return null;
  }
}
