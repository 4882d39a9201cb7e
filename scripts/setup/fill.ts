/**
 * Loads reference data (`reference`) or the sample country (`sample`) as the database's owner. The set-up starts it with
 * tsx, and only when there is something to load: the everyday start runs no TypeScript.
 */
import pg from "pg";
import { referenceFingerprint } from "./fingerprint.mjs";
import { markContent, markReference } from "./contents.mjs";

type Loader = (owner: pg.Client) => Promise<void>;
const module = async (file: string) =>
  (await import(new URL(file, import.meta.url).href)) as Record<string, Loader>;
const what = process.argv[2];
const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
await client.connect();
try {
  if (what === "reference") {
    await client.query("begin");
    await (await module("../../prisma/seed/reference.ts")).loadReference?.(client);
    await markReference(client, referenceFingerprint());
    await client.query("commit");
  } else if (what === "sample") {
    await markContent(client, "loading");
    await (await module("../sample.ts")).loadSample?.(client);
    await markContent(client, "sample");
  } else {
    throw new Error("Say what to load: reference or sample.");
  }
} finally {
  await client.end();
}
