/**
 * Prints the path of the one-time link for the first administrator, or nothing when there is an administrator with a
 * password. `--even-so` prints a link by which that administrator sets a new password. Needs DATABASE_URL.
 */
import { ensureFirstAdministrator } from "../app/areas/identity/first-administrator.server";
import { closeDb } from "../app/kernel/db.server";

try {
  const path = await ensureFirstAdministrator({ evenSo: process.argv.includes("--even-so") });
  if (path) console.log(path);
} finally {
  await closeDb();
}
