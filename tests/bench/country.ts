import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { loadReference } from "../../prisma/seed/reference";
import { loadSample } from "../../scripts/sample";
import { migrate } from "../../scripts/setup/migrate.mjs";
import { startCluster } from "../../scripts/setup/postgres.mjs";
import { ensureBuild } from "../../scripts/setup/steps.mjs";

/** The day on which the bench's country stands; five quarters of activity lie behind it. */
export const CLOCK = "1405/10/03";

/** A sample country of the bench's own: server, database and folder of its own, gone when it is closed. */
export type Country = {
  folder: string;
  appUrl: string;
  ownerUrl: string;
  /** Process id of the PostgreSQL server. */
  serverPid: number;
  /** Ends that process too should the bench be killed. */
  guardAlso: (pid: number, signal: NodeJS.Signals) => void;
  asOwner: <T>(work: (owner: pg.Client) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};

/**
 * Opens the country, and turns the environment of this process to it, so that the kernel may be used here as the
 * application uses it. `scale` multiplies the people and demands of the sample.
 */
export async function openCountry(scale: number): Promise<Country> {
  await ensureBuild();
  const folder = mkdtempSync(path.join(tmpdir(), "peyvand-bench-"));
  const cluster = await startCluster({ dataDir: folder });
  const database = "bench";
  const close = async () => {
    const { closeDb } = await import("~/kernel/db.server");
    await closeDb();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const ownerUrl = cluster.ownerUrl(database);
  const asOwner = async <T>(work: (owner: pg.Client) => Promise<T>): Promise<T> => {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    try {
      return await work(owner);
    } finally {
      await owner.end();
    }
  };
  try {
    await cluster.ensureDatabase(database);
    Object.assign(process.env, {
      NODE_ENV: "production",
      DATABASE_URL: cluster.appUrl(database),
      DATA_DIR: folder,
      SAMPLE: "1",
      CLOCK,
      LOG_LEVEL: "error",
    });
    delete process.env.REDIS_URL;
    await asOwner(async (owner) => {
      await migrate(owner);
      await loadReference(owner);
      await loadSample(owner, scale);
      await owner.query("vacuum analyze");
    });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    folder,
    appUrl: cluster.appUrl(database),
    ownerUrl,
    serverPid: cluster.pid,
    guardAlso: cluster.guardAlso,
    asOwner,
    close,
  };
}
