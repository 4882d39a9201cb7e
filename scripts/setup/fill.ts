/**
 * Loads reference data (`reference`) or the sample country (`sample`) as the database's owner. The set-up starts it with
 * tsx, and only when there is something to load: the everyday start runs no TypeScript.
 */
import pg from "pg";
import { referenceFingerprint } from "./fingerprint.mjs";
import { markContent, markReference } from "./contents.mjs";

type Loader = (owner: pg.Client) => Promise<void>;
const { loadReference } = (await import(new URL("../../prisma/seed/reference.ts", import.meta.url).href)) as {
  loadReference: Loader;
};
const { loadSample } = (await import(new URL("../sample.ts", import.meta.url).href)) as {
  loadSample: Loader;
};
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
    await loadSample(client);
    await markContent(client, "sample");
  } else {
    throw new Error("Say what to load: reference or sample.");
  }
} finally {
  await client.end();
}
