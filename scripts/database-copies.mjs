/** One migrated template database, copied for each test that wants a database of its own. */
import { randomUUID } from "node:crypto";
import pg from "pg";

const TEMPLATE = "template_app";
const IN_USE = "55006";

/** Creates the template in a server and runs `prepare(url)` on it. `url(name)` addresses a database of the server. */
export async function createTemplate(url, prepare) {
  await onServer(url("postgres"), `CREATE DATABASE ${TEMPLATE}`);
  await prepare(url(TEMPLATE));
}

/** A fresh copy of the template. Returns its address. */
export async function createCopy(serverUrl) {
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY file_copy`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

export async function dropCopy(serverUrl, copyUrl) {
  await onServer(
    serverUrl,
    `DROP DATABASE IF EXISTS ${new URL(copyUrl).pathname.slice(1)} WITH (FORCE)`,
  );
}

/** PostgreSQL copies a database only while nobody is connected to it, another copier included. */
async function onServer(url, sql) {
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(sql);
      return;
    } catch (error) {
      if (error.code !== IN_USE || attempt === 50) throw error;
    } finally {
      await client.end();
    }
    await new Promise((resolve) => setTimeout(resolve, 20 * attempt));
  }
}
