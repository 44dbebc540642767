/** The machine's limit: the statements of `npm run bench:study` behind bare node:http. Prints its port. */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";

const statements = JSON.parse(process.env["RECONCILE_BENCH_STATEMENTS"] ?? "{}") as Record<
  string,
  string
>;
const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 10 });

async function answer(request: IncomingMessage): Promise<string> {
  const name = request.url?.split("/").at(-1) ?? "";
  let body = "";
  for await (const chunk of request) body += String(chunk);
  const values = JSON.parse(body) as unknown[];
  const { rows } = await pool.query<object>({ name, text: statements[name] ?? "", values });
  return JSON.stringify(rows[0]);
}

const server = createServer((request, response) => {
  answer(request).then(
    (text) => {
      response.setHeader("content-type", "application/json");
      response.end(text);
    },
    (error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    },
  );
});
server.listen(0, "127.0.0.1", () => {
  console.log((server.address() as AddressInfo).port);
});
