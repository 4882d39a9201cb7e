#!/usr/bin/env node
/**
 * A schema engine for Prisma's command line, to be named in PRISMA_SCHEMA_ENGINE_BINARY. The engine Prisma would
 * download is a program per system from a host of its own; this one is the same engine as WebAssembly from the npm
 * registry, behind the same protocol: JSON-RPC, a line each, on standard input and output.
 *
 * The wrapper works around four faults upstream:
 *  1. the driver refuses the catalogue's internal "char" type, which the engine's introspection selects;
 *  2. the driver splits scripts at every semicolon, also inside `$$ … $$`;
 *  3. the shadow database is dropped while the driver's own pool holds it open;
 *  4. the engine expects a hook for its panics and fails without one.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";

const ENGINE_VERSION = "59be4fda12412a79eeb9c2ae727b6aa723593323";
/** Object id of the catalogue type "char", and of text, as which it is read. */
const CHAR_TYPE = 18;
const TEXT_TYPE = 25;
/** Code of a JSON-RPC error that Prisma's command line shows with its message. */
const USER_FACING = 4466;

const args = process.argv.slice(2);

/** @param {string} name */
function valuesOf(name) {
  return args.flatMap((arg, index) => (arg === name ? [args[index + 1] ?? ""] : []));
}

/** @type {{ url?: string }} */
const datasource = JSON.parse(valuesOf("--datasource")[0] ?? "{}");
const url = datasource.url ?? "postgresql://localhost/none";

/**
 * Works in the database "postgres" of the same server.
 * @template T
 * @param {string} target address of the database that is meant
 * @param {(client: pg.Client, name: string) => Promise<T>} work
 */
async function besides(target, work) {
  const address = new URL(target);
  const name = decodeURIComponent(address.pathname.slice(1));
  address.pathname = "/postgres";
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  try {
    return await work(client, name);
  } finally {
    await client.end();
  }
}

/** @param {string} target */
const createDatabase = (target) =>
  besides(target, async (client, name) => {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
    return name;
  });

/** The one-word commands of `schema-engine cli`. @param {string} command */
async function runCommand(command) {
  try {
    if (command === "create-database") await createDatabase(url);
    if (command === "drop-database") {
      await besides(url, (client, name) =>
        client.query(`drop database if exists ${client.escapeIdentifier(name)}`),
      );
    }
    if (command === "can-connect-to-database") {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.end();
    }
  } catch (error) {
    const { code, message } = /** @type {{ code?: string, message: string }} */ (error);
    const fields = { message, error_code: code === "3D000" ? "P1003" : "P1001" };
    const line = {
      level: "ERROR",
      target: "schema_engine::logger",
      timestamp: new Date().toISOString(),
      fields,
    };
    console.error(JSON.stringify(line));
    process.exitCode = 1;
  }
}

/**
 * The driver with faults 1 and 2 mended. Its parts are internal, hence the loose type.
 * @typedef {Record<string, Function>} Driver
 * @param {Driver} driver
 * @param {number} character the driver's number for a character column
 * @returns {Driver}
 */
function mended(driver, character) {
  const { performIO, queryRaw, startTransaction } = driver;
  /** @type {number[]} columns of the last answer that are of the type "char" */
  let characters = [];
  driver.performIO = async (/** @type {unknown} */ query) => {
    const answer = await performIO?.call(driver, query);
    characters = [];
    for (const [index, field] of (answer.fields ?? []).entries()) {
      if (field.dataTypeID !== CHAR_TYPE) continue;
      characters.push(index);
      field.dataTypeID = TEXT_TYPE;
    }
    return answer;
  };
  driver.queryRaw = async (/** @type {unknown} */ query) => {
    const answer = await queryRaw?.call(driver, query);
    for (const index of characters) answer.columnTypes[index] = character;
    return answer;
  };
  if (startTransaction) {
    driver.startTransaction = async (/** @type {unknown} */ level) =>
      mended(await startTransaction.call(driver, level), character);
  }
  const { underlyingDriver } = driver;
  if (underlyingDriver) {
    driver.executeScript = (/** @type {string} */ script) => underlyingDriver.call(driver).query(script);
  }
  return driver;
}

async function adapterFactory() {
  const { PrismaPg } = await import("@prisma/adapter-pg");
  const { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } =
    await import("@prisma/driver-adapter-utils");
  const open = async (/** @type {string} */ address) => {
    const driver = await new PrismaPg({ connectionString: address }).connect();
    return mended(/** @type {any} */ (driver), ColumnTypeEnum.Character);
  };
  const factory = /** @type {any} */ (new PrismaPg({ connectionString: url }));
  factory.connect = () => open(url);
  factory.connectToShadowDb = async () => {
    const name = `prisma_shadow_${globalThis.crypto.randomUUID().replaceAll("-", "")}`;
    await besides(url, (client) => client.query(`create database ${name} template template0`));
    const address = new URL(url);
    address.pathname = `/${name}`;
    const driver = await open(address.href);
    const { dispose } = driver;
    driver.dispose = async () => {
      await dispose?.call(driver);
      await besides(url, (client) => client.query(`drop database if exists ${name} with (force)`));
    };
    return driver;
  };
  return bindMigrationAwareSqlAdapterFactory(factory);
}

/** @returns {Promise<Record<string, Function>>} the engine, its methods named as in the protocol */
async function loadEngine() {
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (/** @type {string} */ message) =>
        console.error(JSON.stringify({ level: "ERROR", fields: { message } })),
    },
  });
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const folder = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const code = readFileSync(path.join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(code, {
    "./schema_engine_bg.js": /** @type {any} */ (bindings),
  });
  bindings.__wbg_set_wasm(instance.exports);
  /** @type {() => void} */ (instance.exports.__wbindgen_start)();
  const files = valuesOf("--datamodels");
  /** @type {[string, string][]} */
  const contents = files.map((file) => [file, readFileSync(file, "utf8")]);
  const datamodels = contents.length > 0 ? contents : undefined;
  const engine = await bindings.SchemaEngine.new({ datamodels }, () => {}, await adapterFactory());
  return /** @type {any} */ (engine);
}

function answerRequests() {
  /** @type {Promise<Record<string, Function>> | undefined} */
  let engine;
  let printed = 0;
  const send = (/** @type {object} */ message) =>
    process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

  /** @param {{ id: number, method?: string, params: any }} request */
  const answer = async ({ id, method, params }) => {
    if (!method) return;
    try {
      if (method === "createDatabase") {
        send({ id, result: { databaseName: await createDatabase(params.datasource?.url ?? url) } });
        return;
      }
      const loaded = await (engine ??= loadEngine());
      const result = await loaded[method === "getDatabaseVersion" ? "version" : method]?.(params);
      if (method === "diff" && result?.stdout) {
        send({ id: ++printed, method: "print", params: { content: result.stdout } });
      }
      send({ id, result: result ?? null });
    } catch (error) {
      const { message, code, meta } = /** @type {{ message?: string, code?: string, meta?: unknown }} */ (
        error
      );
      const data = {
        is_panic: false,
        message: message ?? String(error),
        meta: meta ?? null,
        error_code: code ?? null,
      };
      send({
        id,
        error: { code: USER_FACING, message: "An error happened. Check the data field for details.", data },
      });
    }
  };

  let chain = Promise.resolve();
  const lines = createInterface({ input: process.stdin });
  lines.on("line", (line) => {
    chain = chain.then(() => answer(JSON.parse(line)));
  });
  lines.on("close", () => void chain.then(() => process.exit(0)));
}

if (args.includes("--version") || args.includes("-V")) console.log(`schema-engine-cli ${ENGINE_VERSION}`);
else if (args.includes("cli")) await runCommand(args.at(-1) ?? "");
else answerRequests();
