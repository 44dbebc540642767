/** `npm run setup`: migrates the database and loads the banks, before instances of a new version start. */
import { openAppDatabase } from "../app-database.mjs";
import { loadContent } from "../content.mjs";
import { migrate } from "../migrations.mjs";
import { ensurePrismaClient } from "../prisma-client.mjs";
import { captureScript } from "../typescript-script.mjs";

export async function main() {
  await ensurePrismaClient();
  const database = await openAppDatabase();
  try {
    for (const name of await migrate(database.ownerUrl, database.url)) {
      console.log(`applied ${name}`);
    }
    console.log(await loadContent(database.url));
    const admin = await captureScript(["scripts/first-admin-link.ts"], {
      DATABASE_URL: database.url,
    });
    if (admin.code !== 0) console.error(admin.stderr);
    if (admin.stdout) console.log(`No admin yet. This link makes one, once: ${admin.stdout}`);
  } finally {
    await database.release();
  }
}
