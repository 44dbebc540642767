/**
 * The server's side of exec, attach and port-forward: accepts kubectl's
 * WebSocket, says that the command succeeded, and hangs up.
 */
import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

const HANDSHAKE_KEY = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const ERROR_CHANNEL = 3;
const SUCCESS = JSON.stringify({ metadata: {}, status: "Success" });

export function acceptWebSocket(request: IncomingMessage, socket: Duplex) {
  const accept = createHash("sha1")
    .update(`${request.headers["sec-websocket-key"] ?? ""}${HANDSHAKE_KEY}`)
    .digest("base64");
  const offered = (request.headers["sec-websocket-protocol"] ?? "").split(",")[0]?.trim() ?? "";
  socket.write(
    [
      "HTTP/1.1 101 Switching Protocols",
      "Upgrade: websocket",
      "Connection: Upgrade",
      `Sec-WebSocket-Accept: ${accept}`,
      `Sec-WebSocket-Protocol: ${offered}`,
      "\r\n",
    ].join("\r\n"),
  );
  socket.on("error", () => undefined); // kubectl may be gone before us
  if (offered.includes("portforward")) return; // stays open until kubectl is ended
  socket.write(frame(0x2, Buffer.concat([Buffer.from([ERROR_CHANNEL]), Buffer.from(SUCCESS)])));
  socket.write(frame(0x8, Buffer.from([0x03, 0xe8])));
  setTimeout(() => socket.end(), 50);
}

/** An unmasked frame of fewer than 126 bytes, as servers send them. */
function frame(opcode: number, payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x80 | opcode, payload.length]), payload]);
}
