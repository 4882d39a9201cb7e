/** What the environment says, looked at before anything is started. Built-in modules only. */
import { mkdirSync, statSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { Fault } from "./say.mjs";

const LEVELS = ["debug", "info", "warn", "error", "silent"];

/** Longest time a Redis that starts beside us is waited for. */
const REDIS_PATIENCE = 10_000;

/**
 * @param {string} text
 * @param {string[]} schemes
 */
function isAddress(text, schemes) {
  try {
    const { protocol, hostname } = new URL(text);
    // An address of PostgreSQL may leave the host to its query: a socket's folder.
    return schemes.includes(protocol) && (hostname !== "" || protocol.startsWith("postgres"));
  } catch {
    return false;
  }
}

/** @type {Record<string, [(text: string) => boolean, string]>} by name: what is good, and what it has to be */
const RULES = {
  DATABASE_URL: [
    (text) => isAddress(text, ["postgresql:", "postgres:"]),
    "the address of a database, such as postgresql://peyvand_app:…@db/peyvand",
  ],
  DATABASE_OWNER_URL: [
    (text) => isAddress(text, ["postgresql:", "postgres:"]),
    "the address of a database, such as postgresql://peyvand_owner:…@db/peyvand",
  ],
  DATABASE_POOL: [
    (text) => /^\d+$/.test(text) && Number(text) >= 2 && Number(text) <= 100,
    "a number from 2 to 100",
  ],
  REDIS_URL: [
    (text) => isAddress(text, ["redis:", "rediss:"]),
    "the address of a Redis, such as redis://queue:6379",
  ],
  PUBLIC_URL: [
    (text) => isAddress(text, ["http:", "https:"]),
    "where people reach the application, such as https://peyvand.example",
  ],
  PERSONAL_DATA_KEY: [
    (text) => text.trim().length >= 32,
    "at least 32 characters, kept apart from the database and never changed",
  ],
  LOG_LEVEL: [(text) => LEVELS.includes(text), `one of ${LEVELS.join(", ")}`],
};

/** Addresses may carry a password and a key is one: they are not said back. */
const SAID_BACK = ["DATABASE_POOL", "LOG_LEVEL", "PUBLIC_URL"];

/**
 * The first variable that cannot be used, in a sentence for the operator; null where all can.
 * @param {Record<string, string | undefined>} env
 */
export function faultOfEnvironment(env) {
  for (const [name, [isGood, wanted]] of Object.entries(RULES)) {
    const text = env[name];
    if (!text || isGood(text)) continue;
    return `${name}${SAID_BACK.includes(name) ? ` is "${text}"; it` : ""} has to be ${wanted}.`;
  }
  return null;
}

/**
 * Makes the folder of the data and those above it, one after the other: some file systems answer a wish for all at once
 * for ever. Throws a Fault where it cannot be made.
 * @param {string} dataDir absolute
 */
export function makeDataFolder(dataDir) {
  const missing = [];
  let folder = dataDir;
  try {
    for (; !statSync(folder, { throwIfNoEntry: false }); folder = path.dirname(folder))
      missing.unshift(folder);
    for (const one of missing) mkdirSync(one, { mode: 0o711 });
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new Fault(
      `The folder DATA_DIR=${dataDir} cannot be made (${code}). Name one in which you may write.`,
    );
  }
  if (!statSync(dataDir).isDirectory())
    throw new Fault(`DATA_DIR=${dataDir} is a file. Name a folder for the database and the files.`);
}

/**
 * Waits until Redis takes a connection. Throws a Fault after ten seconds.
 * @param {string | undefined} address
 */
export async function waitForRedis(address) {
  if (!address) return;
  const { hostname, port } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, "");
  for (const end = Date.now() + REDIS_PATIENCE; !(await answers(host, Number(port || 6379)));) {
    if (Date.now() > end)
      throw new Fault(
        `No Redis answers at ${host}:${port || 6379}, where REDIS_URL says it is. Start it, or leave REDIS_URL out: the queue then lives in PostgreSQL.`,
      );
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function answers(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2_000 });
    /** @param {boolean} whether */
    const settle = (whether) => {
      socket.destroy();
      resolve(whether);
    };
    socket.once("connect", () => settle(true));
    socket.once("error", () => settle(false));
    socket.once("timeout", () => settle(false));
  });
}
