import { defineConfig } from "prisma/config";

/** No address: the command line only generates the client and never connects. */
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
