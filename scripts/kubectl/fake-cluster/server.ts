/**
 * A Kubernetes API server on loopback that knows every built-in resource, holds
 * a few objects, and writes down what it is asked.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { resourceTable } from "../../../lib/domain/kubectl/tables/tables";
import { readApiPath } from "./api-path";
import { discoveryDocument, DISCOVERY_TYPE, groupVersionDocument } from "./discovery";
import type { Answer, LoggedRequest } from "./exchange";
import { isObject, type Json, type JsonObject } from "./json";
import { ObjectStore } from "./object-store";
import { openApiDocument, openApiIndex } from "./openapi";
import { answerResource } from "./resource-answers";
import { isProtobuf, readProtobuf } from "./protobuf";
import { acceptWebSocket } from "./web-socket";

export type FakeCluster = {
  url: string;
  /** Forgets the log and everything that earlier runs changed; then holds other objects, if given. */
  reset: (objects?: readonly JsonObject[]) => void;
  /** Puts in whole an object that came as protobuf. */
  complete: (object: JsonObject, namespace: string) => void;
  takeLog: () => LoggedRequest[];
  close: () => void;
};

export async function startFakeCluster(
  objects: readonly JsonObject[],
  version: string,
): Promise<FakeCluster> {
  const resources = resourceTable(version);
  const store = new ObjectStore(resources, objects);
  let log: LoggedRequest[] = [];

  const server = createServer((request, response) => {
    void readBody(request).then((bytes) => {
      const url = new URL(request.url ?? "/", "http://cluster");
      const fixed = fixedAnswer(url, resources);
      if (fixed !== null) {
        send(response, fixed);
        return;
      }
      const logged = logOf(request, url, bytes);
      log.push(logged);
      const path = readApiPath(url.pathname);
      send(
        response,
        path === null ? healthAnswer(url) : answerResource(store, path, url.searchParams, logged),
      );
    });
  });
  server.on("upgrade", (request, socket) => {
    log.push(logOf(request, new URL(request.url ?? "/", "http://cluster"), Buffer.alloc(0)));
    acceptWebSocket(request, socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    reset: (objectsNow) => {
      store.reset(objectsNow);
      log = [];
    },
    complete: (object, namespace) => {
      store.complete(object, namespace);
    },
    takeLog: () => log.splice(0),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Discovery, schemas, version and health: the same for everyone, and not part of any plan. */
function fixedAnswer(url: URL, resources: ReturnType<typeof resourceTable>): Answer | null {
  const path = url.pathname.replace(/\/$/, "");
  if (path === "/api" || path === "/apis") {
    return {
      status: 200,
      type: DISCOVERY_TYPE,
      body: discoveryDocument(resources, path === "/api"),
    };
  }
  if (path === "/version") {
    return { status: 200, body: { major: "1", minor: "35", gitVersion: "v1.35.2" } };
  }
  if (/^\/(api|apis\/[^/]+)\/[^/]+$/.test(path)) {
    const document = groupVersionDocument(resources, path.slice(1));
    return document === null ? notFound() : { status: 200, body: document };
  }
  if (path === "/openapi/v2") return notFound(); // kubectl prefers v3 where both could serve
  if (path === "/openapi/v3") return { status: 200, body: openApiIndex(resources) };
  if (path.startsWith("/openapi/v3/")) {
    const document = openApiDocument(resources, path.slice("/openapi/v3/".length));
    return document === null ? notFound() : { status: 200, body: document };
  }
  return null;
}

/** The checks behind `get --raw`, in their verbose form; logged, as the path is what a line asks. */
const healthAnswer = ({ pathname, searchParams }: URL): Answer =>
  /^\/(healthz|livez|readyz)$/.test(pathname) && searchParams.has("verbose")
    ? { status: 200, text: "[+]ping ok\ncheck passed\n" }
    : notFound();

const notFound = (): Answer => ({ status: 404, text: "404 page not found" });

function logOf(request: IncomingMessage, url: URL, bytes: Buffer): LoggedRequest {
  const query: Record<string, string[]> = {};
  for (const name of [...new Set(url.searchParams.keys())].sort()) {
    query[name] = url.searchParams.getAll(name);
  }
  return {
    method: request.method ?? "GET",
    path: decodeURIComponent(url.pathname),
    query,
    contentType: request.headers["content-type"] ?? null,
    ...parseBody(bytes),
  };
}

function parseBody(bytes: Buffer): Pick<LoggedRequest, "body" | "partial"> {
  if (isProtobuf(bytes)) {
    const { object, partial } = readProtobuf(bytes);
    return { body: object, partial };
  }
  const text = bytes.toString("utf8");
  try {
    return { body: text === "" ? null : (JSON.parse(text) as Json), partial: false };
  } catch {
    return { body: text, partial: false };
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, answer: Answer) {
  const isText = answer.text !== undefined;
  response.writeHead(answer.status, {
    "content-type": answer.type ?? (isText ? "text/plain" : "application/json"),
  });
  if (answer.events !== undefined) {
    for (const event of answer.events) response.write(`${JSON.stringify(event)}\n`);
    setTimeout(() => response.end(), 150); // the end of a watch
    return;
  }
  response.end(
    isText ? answer.text : JSON.stringify(isObject(answer.body ?? null) ? answer.body : {}),
  );
}
