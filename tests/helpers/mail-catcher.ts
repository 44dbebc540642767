/** A mail server of a test's own: speaks SMTP, keeps what it takes, and refuses on request. */
import { createServer, type Server, type Socket } from "node:net";

export type CaughtMail = {
  from: string;
  to: string[];
  /** By lower-case name, unfolded. */
  headers: ReadonlyMap<string, string>;
  /** As it came: headers, an empty line, the parts. */
  source: string;
};

export type MailCatcher = {
  url: string;
  mails: CaughtMail[];
  /** Called with each command line; what it gives is answered instead of the usual. */
  interfere: (command: string) => string | null;
  /** Says so only after keeping a mail that it then leaves unacknowledged. */
  hangUpAfterMails: number;
  close: () => Promise<void>;
};

export async function catchMail(): Promise<MailCatcher> {
  const catcher: MailCatcher = {
    url: "",
    mails: [],
    interfere: () => null,
    hangUpAfterMails: 0,
    close: () => closeServer(server, sockets),
  };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    talk(socket, catcher);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Not listening on a port");
  catcher.url = `smtp://127.0.0.1:${address.port}`;
  return catcher;
}

function talk(socket: Socket, catcher: MailCatcher): void {
  let [received, isData, from] = ["", false, ""];
  let to: string[] = [];
  const say = (line: string) => socket.write(`${line}\r\n`);

  const take = (source: string) => {
    catcher.mails.push({ from, to, headers: headersOf(source), source });
    [isData, to] = [false, []];
    if (catcher.hangUpAfterMails-- > 0) socket.destroy();
    else say("250 kept");
  };
  const answer = (command: string): string => {
    const address = /<(.*?)>/.exec(command)?.[1] ?? "";
    if (/^EHLO/i.test(command)) return "250-catcher\r\n250-AUTH PLAIN\r\n250 8BITMIME";
    if (/^AUTH/i.test(command)) return "235 come in";
    if (/^MAIL FROM/i.test(command)) from = address;
    if (/^RCPT TO/i.test(command)) to.push(address);
    if (/^QUIT/i.test(command)) return "221 bye";
    if (!/^DATA/i.test(command)) return "250 ok";
    isData = true;
    return "354 go on";
  };

  say("220 catcher");
  socket.on("data", (bytes) => {
    received += bytes.toString("utf8");
    for (;;) {
      const mark = isData ? "\r\n.\r\n" : "\r\n";
      const end = received.indexOf(mark);
      if (end < 0) return;
      const piece = received.slice(0, end);
      received = received.slice(end + mark.length);
      if (isData) take(piece.replaceAll("\r\n..", "\r\n."));
      else say(catcher.interfere(piece) ?? answer(piece));
    }
  });
}

function headersOf(source: string): Map<string, string> {
  const [head = ""] = source.split("\r\n\r\n");
  const lines = head.replaceAll(/\r\n[ \t]+/g, " ").split("\r\n");
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

async function closeServer(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
}
