/**
 * What the role of the application may do: work with rows, and keep a schema of its own
 * for the queue of jobs. It neither owns nor alters a table, and of the audit of grades
 * it can only read: entries are written by triggers, which act as the owner.
 */
import pg from "pg";

const READ_ONLY = ["GradeAudit", "_prisma_migrations"];

export async function grantToApplication(ownerUrl, applicationUrl) {
  const role = roleOf(applicationUrl);
  if (role === roleOf(ownerUrl)) return;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(grants(client, role));
  } finally {
    await client.end();
  }
}

const roleOf = (url) => decodeURIComponent(new URL(url).username);

function grants(client, name) {
  const role = client.escapeIdentifier(name);
  const database = client.escapeIdentifier(client.database);
  return `
    BEGIN;
    -- Instances that start together must not grant at once: PostgreSQL refuses the second.
    SELECT pg_advisory_xact_lock(hashtext('grants to the application'));
    GRANT CREATE ON DATABASE ${database} TO ${role};
    GRANT USAGE ON SCHEMA public TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role};
    ${READ_ONLY.map((table) => `REVOKE INSERT, UPDATE, DELETE ON "${table}" FROM ${role};`).join("\n")}
    COMMIT;`;
}
