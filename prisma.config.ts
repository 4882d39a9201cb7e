import { defineConfig } from "prisma/config";

/** The Prisma CLI only generates the client and compares schemas; the application applies migrations itself. */
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_OWNER_URL ?? "postgresql://localhost/none" },
});
