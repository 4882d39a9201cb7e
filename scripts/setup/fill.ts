/**
 * Loads reference data (`reference`) or the sample country (`sample SCALE`) as the database's owner. The set-up starts it with
 * tsx, and only when there is something to load: the everyday start runs no TypeScript.
 */
import pg from "pg";
import { loadReference } from "../../prisma/seed/reference";
import { referenceFingerprint } from "./fingerprint.mjs";
import { markContent, markReference } from "./contents.mjs";

const what = process.argv[2];
const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
await client.connect();
try {
  if (what === "reference") {
    await client.query("begin");
    await loadReference(client);
    await markReference(client, referenceFingerprint());
    await client.query("commit");
  } else if (what === "sample") {
    await markContent(client, "loading");
    const { loadSample } = await import("../sample");
    await loadSample(client, Number(process.argv[3] ?? 1));
    await markContent(client, "sample");
  } else {
    throw new Error("Say what to load: reference or sample.");
  }
} finally {
  await client.end();
}
