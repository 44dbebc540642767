/** `npm run build`: the production build alone, for container images. */
import { ensureBuild } from "../next-build.mjs";
import { ensurePrismaClient } from "../prisma-client.mjs";

export async function main() {
  await ensurePrismaClient();
  await ensureBuild(".next");
}
