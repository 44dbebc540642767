import { connect, createServer, type AddressInfo, type Socket } from "node:net";

import { afterEach, beforeEach, expect, test } from "vitest";

import { closeDatabase } from "@/lib/server/db/client";
import { checkHealth } from "@/lib/server/services/check-health";

const realUrl = process.env["DATABASE_URL"] ?? "";

/** Stands between the product and its database, so that the database can go away and come back. */
async function openGate(handle: (socket: Socket) => void, port = 0) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    handle(socket);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function passToDatabase(socket: Socket): void {
  const { hostname, port } = new URL(realUrl);
  const database = connect(Number(port), hostname);
  database.on("error", () => socket.destroy());
  socket.on("close", () => database.destroy());
  socket.pipe(database).pipe(socket);
}

function useDatabaseAt(port: number): void {
  const url = new URL(realUrl);
  url.host = `127.0.0.1:${port}`;
  process.env["DATABASE_URL"] = url.href;
}

const well = { status: "ok", database: "ok", jobs: "stopped" };
const ill = { status: "unavailable", database: "unavailable", jobs: "stopped" };

beforeEach(closeDatabase);
afterEach(async () => {
  await closeDatabase();
  process.env["DATABASE_URL"] = realUrl;
});

test("an instance is well while its database answers", async () => {
  expect(await checkHealth()).toEqual(well);
});

test("an instance recovers by itself when its database comes back", async () => {
  const gate = await openGate(passToDatabase);
  useDatabaseAt(gate.port);
  expect(await checkHealth()).toEqual(well);

  await gate.close();
  expect(await checkHealth()).toEqual(ill);

  const reopened = await openGate(passToDatabase, gate.port);
  expect(await checkHealth()).toEqual(well);
  await closeDatabase();
  await reopened.close();
});

test("a database that accepts but never answers is away, within three seconds", async () => {
  const gate = await openGate(() => undefined);
  useDatabaseAt(gate.port);
  const startedAt = performance.now();
  expect(await checkHealth()).toEqual(ill);
  expect(performance.now() - startedAt).toBeLessThan(3_000);
  await gate.close();
});
