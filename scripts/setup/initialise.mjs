/** Creates a cluster, and refuses one that the embedded server cannot open. */
import { execFile } from "node:child_process";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { giveToServer, runAs } from "./natives.mjs";
import { environment } from "./processes.mjs";
import { Fault } from "./say.mjs";

/**
 * A whole cluster or none: it is made under another name and renamed when complete.
 * The locale decides more than sorting: with "C" no Persian letter counts as one, and trigram search finds nothing.
 * @param {{ native: string, home: string, data: string, password: string }} options
 */
export async function initialise({ native, home, data, password }) {
  const partial = `${data}.new`;
  const passwordFile = path.join(home, "password.new");
  rmSync(partial, { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveToServer(passwordFile);
  try {
    await promisify(execFile)(
      program(native, "initdb"),
      [
        `--pgdata=${partial}`,
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        `--locale=${process.platform === "darwin" ? "en_US.UTF-8" : process.platform === "win32" ? "en-US" : "C.UTF-8"}`,
        "--locale-provider=icu",
        "--icu-locale=fa",
        "--no-sync",
      ],
      { ...runAs, env: serverEnvironment() },
    );
  } catch (error) {
    const { stderr, message } = /** @type {{ stderr?: string, message: string }} */ (error);
    if (/user does not exist/.test(stderr ?? "")) {
      throw new Fault(
        `The user ${process.getuid?.()} has no name on this system (no line in /etc/passwd), and PostgreSQL needs one. ` +
          "Start as a named user, or as root.",
      );
    }
    throw new Fault(`The database cluster could not be created in ${home}: ${(stderr || message).trim()}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(partial, data);
}

/** @param {string} native @param {string} name */
export const program = (native, name) =>
  path.join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);

/** Nothing of ours reaches the server's environment: no secret, no PG… variable that would change its mind. */
export function serverEnvironment() {
  const { PATH, SystemRoot, TEMP } = process.env;
  return environment({ PATH, TZ: "UTC", SystemRoot, TEMP });
}

/**
 * A cluster belongs to one major version.
 * @param {string} ofProgram
 * @param {string} data
 */
export function refuseForeignVersion(ofProgram, data) {
  const ofData = readFileSync(path.join(data, "PG_VERSION"), "utf8").trim();
  if (ofData === ofProgram) return;
  throw new Fault(
    `The data in ${data} is of PostgreSQL ${ofData}, the embedded server is ${ofProgram}. ` +
      "Move the data by a dump of the old version, or choose another DATA_DIR.",
  );
}
