/**
 * Prisma's schema engine as WebAssembly: migrates and compares schemas without
 * the engine binary that Prisma's own command line downloads.
 *
 * The stock driver adapter has four faults for this use, mended in `Connections`:
 * it splits scripts at every `;` (so function bodies break and nothing is
 * atomic), does not know the type "char" of the system tables, gives the main
 * database as the shadow database, and keeps the advisory lock for as long as
 * its pool lives.
 */
import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { checkout } from "./checkout.mjs";

const OID_CHAR = 18;
const OID_TEXT = 25;
const COLUMN_TYPE_CHARACTER = 6;

const MIGRATIONS = join(checkout, "prisma", "migrations");
const SCHEMA = join(checkout, "prisma", "schema.prisma");
const LOCK_CONTENT = 'provider = "postgresql"\n';
const ALL_TABLES = { externalTables: [], externalEnums: [] };

class Connections {
  provider = "postgres";
  adapterName = "@prisma/adapter-pg";
  #url;
  #pools = [];

  constructor(url) {
    this.#url = url;
  }

  connect() {
    return this.#adapter(this.#url);
  }

  async connectToShadowDb() {
    const name = `shadow_${randomUUID().replaceAll("-", "")}`;
    await this.#onMain(`CREATE DATABASE "${name}" TEMPLATE template0`);
    const url = new URL(this.#url);
    url.pathname = `/${name}`;
    return this.#adapter(url.href, () =>
      this.#onMain(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
    );
  }

  async close() {
    for (const pool of this.#pools) if (!pool.ended) await pool.end();
  }

  async #onMain(sql) {
    const client = new pg.Client({ connectionString: this.#url });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  }

  async #adapter(url, afterDispose) {
    const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 10_000 });
    this.#pools.push(pool);
    const adapter = await new PrismaPg(pool).connect();
    sendScriptsWhole(adapter, pool);
    readCharColumns(adapter);
    adapter.dispose = async () => {
      if (!pool.ended) await pool.end();
      await afterDispose?.();
    };
    return adapter;
  }
}

/** One simple query is one transaction: a migration that fails leaves nothing behind. */
function sendScriptsWhole(adapter, pool) {
  adapter.executeScript = async (sql) => {
    try {
      await pool.query(sql);
    } catch (error) {
      adapter.onError(error);
    }
  };
}

function readCharColumns(adapter) {
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  let charColumns = [];
  adapter.performIO = async (query) => {
    const result = await performIO(query);
    charColumns = [];
    result.fields?.forEach((field, index) => {
      if (field.dataTypeID !== OID_CHAR) return;
      field.dataTypeID = OID_TEXT;
      charColumns.push(index);
    });
    return result;
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const index of charColumns) result.columnTypes[index] = COLUMN_TYPE_CHARACTER;
    return result;
  };
}

let loading;

function loadBindings() {
  loading ??= (async () => {
    const entry = createRequire(import.meta.url).resolve(
      "@prisma/schema-engine-wasm/schema_engine_bg",
    );
    const bytes = readFileSync(join(dirname(entry), "schema_engine_bg.wasm"));
    const imports = { ...bindings, ...quietTimers() };
    const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": imports });
    bindings.__wbg_set_wasm(instance.exports);
    instance.exports.__wbindgen_start();
  })();
  return loading;
}

/** The engine never clears the timer of its advisory lock, which would hold up the end of the process for 10 s. */
function quietTimers() {
  const names = Object.keys(bindings).filter((name) => name.startsWith("__wbg_setTimeout"));
  const start = (callback, ms) => setTimeout(callback, ms >>> 0).unref();
  return Object.fromEntries(names.map((name) => [name, start]));
}

async function withEngine(url, work) {
  await loadBindings();
  const connections = new Connections(url);
  try {
    const datamodels = existsSync(SCHEMA) ? [[SCHEMA, readFileSync(SCHEMA, "utf8")]] : undefined;
    const adapters = bindMigrationAwareSqlAdapterFactory(connections);
    return await work(await bindings.SchemaEngine.new({ datamodels }, () => {}, adapters));
  } finally {
    await connections.close();
  }
}

/** Names of the migrations on disk, oldest first. */
function listMigrations() {
  if (!existsSync(MIGRATIONS)) return [];
  return readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function readMigrations() {
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: "./migration_lock.toml", content: LOCK_CONTENT },
    shadowDbInitScript: "",
    migrationDirectories: listMigrations().map((name) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: readScript(name) },
    })),
  };
}

function readScript(name) {
  const file = join(MIGRATIONS, name, "migration.sql");
  if (!existsSync(file)) return { tag: "error", value: `${file} is missing` };
  return { tag: "ok", value: readFileSync(file, "utf8") };
}

/** Brings the database up to the newest migration. Returns the names it applied; safe to run twice at once. */
export function applyMigrations(url) {
  return withEngine(url, async (engine) => {
    const input = { migrationsList: readMigrations(), filters: ALL_TABLES };
    const { appliedMigrationNames } = await engine.applyMigrations(input);
    return appliedMigrationNames;
  });
}

/** The SQL that takes a database from the migrations on disk to prisma/schema.prisma; "" when they agree. */
export function missingMigrationSql(url) {
  return withEngine(url, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "migrations", ...readMigrations() },
      to: {
        tag: "schemaDatamodel",
        files: [{ path: SCHEMA, content: readFileSync(SCHEMA, "utf8") }],
      },
      script: true,
      exitCode: true,
      shadowDatabaseUrl: null,
      filters: ALL_TABLES,
    });
    return exitCode === 0 ? "" : stdout;
  });
}

/** Forgets a migration that failed half way, so that its mended file can run again. */
export function markRolledBack(url, migrationName) {
  return withEngine(url, (engine) => engine.markMigrationRolledBack({ migrationName }));
}
