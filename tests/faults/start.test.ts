import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pause, waitFor } from "../../scripts/setup/processes.mjs";
import { freePort, healthOf, killOf, launch, processesOf, type Launcher } from "./launcher";

let dataDir: string;
let port: number;
let running: Launcher | undefined;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), "peyvand-start-"));
  chmodSync(dataDir, 0o711);
  port = await freePort();
});

afterAll(async () => {
  running?.child.kill("SIGINT");
  await running?.ended;
  for (const { pid } of processesOf(dataDir)) process.kill(pid, "SIGKILL");
  rmSync(dataDir, { recursive: true, force: true });
});

/** Starts it where nothing runs: what one test has brought up again stands for the next. */
async function start(): Promise<Launcher> {
  if (!running || running.child.exitCode !== null || running.child.signalCode !== null)
    running = launch(dataDir, port);
  await running.ready;
  return running;
}

const nothingRuns = () => waitFor(() => processesOf(dataDir).length === 0, 30_000);

/** A connection as the superuser, by the passwords beside the data. */
async function asSuperuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { admin } = JSON.parse(readFileSync(path.join(dataDir, "postgres-passwords.json"), "utf8")) as {
    admin: string;
  };
  const host = path.join(dataDir, "postgres/run");
  const client = new pg.Client({ user: "postgres", password: admin, host, database: "peyvand" });
  client.on("error", () => {}); // the server is killed under it
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Sets the first administrator's password by the link that a start without sample prints: once, and never again. */
async function takeFirstLink(words: string): Promise<void> {
  const link = /http\S+\/link\/\S+/.exec(words)?.[0] ?? "";
  const origin = `http://127.0.0.1:${port}`;
  const address = origin + new URL(link).pathname;
  const post = () =>
    fetch(address, {
      method: "POST",
      redirect: "manual",
      headers: { origin },
      body: new URLSearchParams({
        username: "sarparast",
        fullName: "نرگس شکیبا",
        password: "باران بر بام کاهگلی",
        passwordAgain: "باران بر بام کاهگلی",
      }),
    });
  expect((await fetch(address)).status).toBe(200);
  const entered = await post();
  expect(entered.status).toBe(302);
  expect(entered.headers.get("set-cookie")).toContain("peyvand_session=");
  expect((await fetch(address)).status).toBe(404);
  expect((await post()).status).toBe(409);
}

describe.skipIf(process.platform !== "linux")("npm start", () => {
  test("killed while it creates the cluster, starts from nothing the next time", async () => {
    running = launch(dataDir, port);
    await waitFor(() => running?.words().includes("Creating the database cluster") ?? false, 90_000);
    await pause(150);
    killOf(dataDir, "launcher");
    await running.ended;
    expect(await nothingRuns()).toBe(true);

    const launcher = await start();
    expect(await healthOf(port)).toBe(200);
    await takeFirstLink(launcher.words());
    launcher.child.kill("SIGINT");
    expect(await launcher.ended).toBe(0);
    expect(processesOf(dataDir)).toEqual([]);
  });

  test("keeps a second start away from its data folder and its port, and says so", async () => {
    await start();
    const twin = launch(dataDir, await freePort());
    expect(await twin.ended).toBe(1);
    expect(twin.words()).toMatch(/already runs on .* \(process \d+\)/);

    const elsewhere = mkdtempSync(path.join(tmpdir(), "peyvand-port-"));
    const neighbour = launch(elsewhere, port);
    expect(await neighbour.ended).toBe(1);
    expect(neighbour.words()).toContain(`Port ${port} is in use`);
    rmSync(elsewhere, { recursive: true });
    expect(await healthOf(port)).toBe(200);
  });

  test("keeps the passwords and the socket from other users", async () => {
    await start();
    const { statSync } = await import("node:fs");
    expect(statSync(path.join(dataDir, "postgres-passwords.json")).mode & 0o077).toBe(0);
    expect(statSync(path.join(dataDir, "postgres/run")).mode & 0o077).toBe(0);
  });

  test("killed itself, takes everything with it and recovers", async () => {
    const launcher = await start();
    launcher.child.kill("SIGKILL");
    await launcher.ended;
    expect(await nothingRuns()).toBe(true);
    await start();
  });

  test("ends with a sentence when the application is killed, and recovers", async () => {
    const launcher = await start();
    killOf(dataDir, "application");
    expect(await launcher.ended).toBe(1);
    expect(launcher.words()).toContain("The application ended by itself (SIGKILL)");
    expect(processesOf(dataDir)).toEqual([]);
    await start();
  });

  test("ends with a sentence when the worker is killed, and recovers", async () => {
    const launcher = await start();
    killOf(dataDir, "worker");
    expect(await launcher.ended).toBe(1);
    expect(launcher.words()).toContain("The worker ended by itself (SIGKILL)");
    expect(processesOf(dataDir)).toEqual([]);
    await start();
  });

  test("is not ready while its worker stands still, and answers pages all the same", async () => {
    await start();
    const [worker] = processesOf(dataDir).filter(({ what }) => what === "worker");
    const pid = worker?.pid ?? 0;
    process.kill(pid, "SIGSTOP");
    expect(await healthOf(port)).toBe(503);
    expect((await fetch(`http://127.0.0.1:${port}/sign-in`)).status).toBe(200);
    process.kill(pid, "SIGCONT");
    expect(await healthOf(port)).toBe(200);
  });

  test("leaves no worker behind when whoever would end it is killed with the application", async () => {
    const launcher = await start();
    killOf(dataDir, "launcher", "guard", "application");
    await launcher.ended;
    const onlyServer = await waitFor(
      () => processesOf(dataDir).every(({ what }) => what === "server"),
      10_000,
    );
    expect(onlyServer).toBe(true);
  });

  test("loses nothing that was acknowledged when the database server is killed", async () => {
    const launcher = await start();
    await asSuperuser(async (client) => {
      await client.query("create table if not exists survivor (n int)");
      await client.query("insert into survivor values (1)");
      killOf(dataDir, "server");
    });
    expect(await launcher.ended).toBe(1);
    expect(launcher.words()).toContain("The database server ended by itself");
    expect(await nothingRuns()).toBe(true);

    await start();
    const { rows } = await asSuperuser((client) => client.query("select count(*)::int as n from survivor"));
    expect(rows).toEqual([{ n: 1 }]);
  });

  test("attaches to a database server that outlived launcher and guard, and then stops it", async () => {
    const killed = await start();
    killOf(dataDir, "launcher", "guard");
    await killed.ended;
    // The application notices by itself that its launcher is gone.
    const onlyServer = await waitFor(
      () => processesOf(dataDir).every(({ what }) => what === "server"),
      10_000,
    );
    expect(onlyServer).toBe(true);
    const [server] = processesOf(dataDir);
    expect(server).toBeDefined();

    const launcher = await start();
    expect(processesOf(dataDir)).toContainEqual(server);
    launcher.child.kill("SIGTERM");
    expect(await launcher.ended).toBe(0);
    expect(processesOf(dataDir)).toEqual([]);
  });

  test("is not misled by a lock file whose number now belongs to another process", async () => {
    const lockFile = path.join(dataDir, "postgres/data/postmaster.pid");
    const run = path.join(dataDir, "postgres/run");
    writeFileSync(lockFile, `${process.pid}\n${path.join(dataDir, "postgres/data")}\n0\n5432\n${run}\n\n`);
    writeFileSync(path.join(dataDir, "lock"), "999999 1");
    await start();
  });
});
