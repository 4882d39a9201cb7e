/** The embedded PostgreSQL: a cluster of our own inside the data folder, started, found again and stopped by us. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { startGuard } from "./guarded.mjs";
import { isReachable, nativePrograms, outsideFolder, runAs, serverFolder } from "./natives.mjs";
import { birthOf, isPostgresOf, isRunning, signalTo, waitFor } from "./processes.mjs";
import { APP_ROLE, OWNER_ROLE, asAdmin, ensureDatabase, ensureRoles } from "./roles.mjs";
import { initialise, program, refuseForeignVersion, serverEnvironment } from "./initialise.mjs";
import { Fault } from "./say.mjs";

/**
 * @typedef {object} Cluster
 * @property {string} adminUrl superuser, database "postgres"
 * @property {(database: string) => string} ownerUrl role for migrations and reference data
 * @property {(database: string) => string} appUrl role of the application: owns nothing
 * @property {(database: string) => Promise<boolean>} ensureDatabase makes it if missing; answers whether it is new
 * @property {boolean} attached the server was already running
 * @property {number} pid of the server's first process
 * @property {(pid: number, signal: NodeJS.Signals) => void} guardAlso stops this process too, before the server, should
 *   the launcher be killed
 * @property {Promise<void>} ended resolves when the server ends without having been asked to
 * @property {() => Promise<void>} stop
 * @property {() => void} leave lets the server run on when this process ends
 */

/** Longest path of a Unix socket, with its closing zero, on the strictest system we run on. */
const SOCKET_PATH_LIMIT = 104;
const SOCKET_FILE = ".s.PGSQL.5432";
const START_PATIENCE = 60_000;
const STOP_PATIENCE = 20_000;

/**
 * Starts the cluster of a data folder, or attaches to it where a killed launcher left it running.
 *
 * @param {object} options
 * @param {string} options.dataDir the cluster lives in its sub-folder `postgres`, the passwords beside it
 * @param {(line: string) => void} [options.log]
 * @param {boolean} [options.durable] false only for tests: a lost machine may cost data, a killed process never does
 * @param {number} [options.connections]
 * @returns {Promise<Cluster>}
 */
export async function startCluster({ dataDir, log = () => {}, durable = true, connections = 100 }) {
  dataDir = path.resolve(dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const { native, major } = nativePrograms();
  const home = homeOf(dataDir, durable);
  serverFolder(home);
  const data = path.join(home, "data");
  const secrets = secretsOf(dataDir);

  await waitForFormerGuard(home);
  if (!existsSync(path.join(data, "PG_VERSION"))) {
    log(`Creating the database cluster (once)${home.startsWith(dataDir) ? "" : ` in ${home}`} …`);
    await initialise({ native, home, data, password: secrets.admin });
  }
  refuseForeignVersion(major, data);

  let running = runningServer(data);
  /** @type {import("node:child_process").ChildProcess | undefined} */
  let child;
  const attached = running !== undefined;
  if (!running) {
    const address = await addressFor(home);
    child = spawnServer({ native, home, data, address, durable, connections });
    running = { pid: /** @type {number} */ (child.pid), address };
  }
  const { pid, address } = running;
  const url = (/** @type {string} */ role, /** @type {string} */ password, /** @type {string} */ database) =>
    address.socketFolder
      ? `postgresql://${role}:${password}@localhost/${encodeURIComponent(database)}?host=${encodeURIComponent(address.socketFolder)}`
      : `postgresql://${role}:${password}@127.0.0.1:${address.port}/${encodeURIComponent(database)}`;
  const adminUrl = url("postgres", secrets.admin, "postgres");

  const guard = startGuard(home);
  writeFileSync(path.join(home, "guard.pid"), `${guard.pid} ${birthOf(guard.pid)}`);
  guard.watch(pid, "SIGINT");
  let asked = false;
  const alive = () =>
    isPostgresOf(pid, realpathSync(data)) ||
    (child !== undefined && child.exitCode === null && isRunning(pid));
  const ended = new Promise((/** @type {(value: void) => void} */ resolve) => {
    if (child) {
      child.once("exit", () => !asked && resolve());
      return;
    }
    const watch = setInterval(() => {
      if (isRunning(pid)) return;
      clearInterval(watch);
      if (!asked) resolve();
    }, 500);
    watch.unref();
  });

  const stop = async () => {
    asked = true;
    signalTo(pid, "SIGINT");
    if (!(await waitFor(() => !isRunning(pid), STOP_PATIENCE))) {
      signalTo(pid, "SIGQUIT");
      await waitFor(() => !isRunning(pid), 5_000);
    }
    forgetSocket(home, address.socketFolder);
    await guard.release();
  };

  try {
    await waitUntilReady(adminUrl, alive, home);
    await ensureRoles(adminUrl, secrets);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    adminUrl,
    ownerUrl: (database) => url(OWNER_ROLE, secrets.owner, database),
    appUrl: (database) => url(APP_ROLE, secrets.app, database),
    ensureDatabase: (database) => ensureDatabase(adminUrl, database),
    attached,
    pid,
    guardAlso: guard.watch,
    ended,
    stop,
    leave() {
      void guard.release();
      child?.unref();
    },
  };
}

/**
 * Where the cluster's files lie: in the data folder, unless PostgreSQL's user cannot reach it.
 * @param {string} dataDir
 * @param {boolean} lasting
 */
function homeOf(dataDir, lasting) {
  const inside = path.join(dataDir, "postgres");
  if (isReachable(path.join(inside, "data"))) return inside;
  const outside = outsideFolder(realpathSync(dataDir), lasting);
  writeFileSync(path.join(dataDir, "postgres-lies-in"), `${outside}\n`);
  return outside;
}

/**
 * Passwords of the three roles, made once and kept beside the data, readable by the owner of the data folder only.
 * @param {string} dataDir
 * @returns {{ admin: string, owner: string, app: string }}
 */
function secretsOf(dataDir) {
  const file = path.join(dataDir, "postgres-passwords.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const secret = () => randomBytes(24).toString("base64url");
  const made = { admin: secret(), owner: secret(), app: secret() };
  writeFileSync(`${file}.new`, JSON.stringify(made), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}

/**
 * @typedef {{ socketFolder?: string, port: number }} Address
 * @param {string} home
 * @returns {Promise<Address>} a Unix socket beside the data (nothing listens on the network); on Windows a local port
 */
async function addressFor(home) {
  if (process.platform === "win32") return { port: await freePort() };
  const beside = path.join(home, "run");
  if (Buffer.byteLength(path.join(beside, SOCKET_FILE)) < SOCKET_PATH_LIMIT) {
    serverFolder(beside);
    return { socketFolder: beside, port: 5432 };
  }
  const short = path.join(tmpdir(), `peyvand-${randomBytes(6).toString("hex")}`);
  serverFolder(short);
  return { socketFolder: short, port: 5432 };
}

/**
 * Removes a socket's folder that was made outside the cluster's own, and the lock of a killed server inside it.
 * @param {string} home
 * @param {string | undefined} folder
 */
function forgetSocket(home, folder) {
  if (!folder) return;
  if (folder === path.join(home, "run")) rmSync(path.join(folder, `${SOCKET_FILE}.lock`), { force: true });
  else if (path.dirname(folder) === tmpdir()) rmSync(folder, { recursive: true, force: true });
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/**
 * The server of this data directory if one runs. A lock file left by a killed server is removed.
 * @param {string} data
 * @returns {{ pid: number, address: Address } | undefined}
 */
function runningServer(data) {
  const lockFile = path.join(data, "postmaster.pid");
  if (!existsSync(lockFile)) return undefined;
  const [pid = "", , , port = "", socketFolder = ""] = readFileSync(lockFile, "utf8").split("\n");
  if (isPostgresOf(Number(pid), realpathSync(data))) {
    return { pid: Number(pid), address: { port: Number(port), ...(socketFolder ? { socketFolder } : {}) } };
  }
  rmSync(lockFile, { force: true });
  forgetSocket(path.dirname(data), socketFolder);
  return undefined;
}

/**
 * @param {{ native: string, home: string, data: string, address: Address, durable: boolean, connections: number }} options
 */
function spawnServer({ native, home, data, address, durable, connections }) {
  /** @type {Record<string, string | number>} */
  const settings = {
    port: address.port,
    listen_addresses: address.socketFolder ? "" : "127.0.0.1",
    ...(address.socketFolder
      ? { unix_socket_directories: address.socketFolder, unix_socket_permissions: "0700" }
      : {}),
    max_connections: connections,
    shared_buffers: "128MB",
    timezone: "UTC",
    jit: "off",
    synchronous_commit: "on",
    ...(durable
      ? {}
      : {
          fsync: "off",
          full_page_writes: "off",
          wal_level: "minimal",
          max_wal_senders: 0,
          max_wal_size: "1GB",
          checkpoint_timeout: "1h",
          // Tests open connections by the thousand, and nobody steals the passwords of theirs.
          scram_iterations: 1,
          // Every test file gets a database of its own: the kernel copies its thousand files in half the time.
          ...(process.platform === "linux" ? { file_copy_method: "clone" } : {}),
        }),
    // The server's log names no statement and no value: rows hold what people entrusted to us.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_parameter_max_length_on_error: 0,
    log_checkpoints: "off",
  };
  const logFile = path.join(home, "server.log");
  if (existsSync(logFile) && statSync(logFile).size > 10_000_000) renameSync(logFile, `${logFile}.1`);
  const output = openSync(logFile, "a", 0o600);
  const child = spawn(
    program(native, "postgres"),
    ["-D", data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    // A session of its own: Ctrl-C reaches the launcher only, which stops the application before the database.
    {
      ...runAs,
      env: serverEnvironment(),
      detached: true,
      stdio: ["ignore", output, output],
      windowsHide: true,
    },
  );
  child.once("error", () => {});
  child.unref();
  closeSync(output);
  return child;
}

/**
 * @param {string} adminUrl
 * @param {() => boolean} alive
 * @param {string} home
 */
async function waitUntilReady(adminUrl, alive, home) {
  let last = "";
  const ready = await waitFor(
    async () => {
      if (!alive())
        throw new Fault(
          `PostgreSQL did not start; the end of its log ${path.join(home, "server.log")} says:\n${tailOfLog(home)}`,
        );
      try {
        await asAdmin(adminUrl, (client) => client.query("select 1"));
        return true;
      } catch (error) {
        last = error instanceof Error ? error.message : String(error);
        if (/password authentication/.test(last)) {
          throw new Fault(
            `The passwords beside ${home} do not fit its cluster: a part of the data folder was replaced.`,
          );
        }
        return false;
      }
    },
    START_PATIENCE,
    15,
  );
  if (!ready) throw new Fault(`PostgreSQL did not become ready within ${START_PATIENCE / 1000} s (${last}).`);
}

/** @param {string} home */
function tailOfLog(home) {
  try {
    return readFileSync(path.join(home, "server.log"), "utf8").trim().split("\n").slice(-8).join("\n");
  } catch {
    return "(nothing)";
  }
}

/**
 * A guard whose launcher was killed may still be stopping the server: let it finish rather than race it.
 * @param {string} home
 */
async function waitForFormerGuard(home) {
  try {
    const [pid, birth] = readFileSync(path.join(home, "guard.pid"), "utf8").split(" ");
    await waitFor(() => !isRunning(Number(pid)) || birthOf(Number(pid)) !== birth, STOP_PATIENCE + 5_000);
  } catch {
    // There was none.
  }
}
