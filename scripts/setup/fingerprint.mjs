/** Fingerprints of source files: a step of the set-up runs again only when what it reads has changed. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * The files under the given paths, in order.
 * @param {string[]} paths relative to the project; a missing one is skipped
 * @param {(file: string) => boolean} [keep]
 * @returns {string[]} relative to the project
 */
export function filesOf(paths, keep = () => true) {
  /** @type {string[]} */
  const found = [];
  const visit = (/** @type {string} */ relative) => {
    const absolute = path.join(ROOT, relative);
    if (!existsSync(absolute)) return;
    if (statSync(absolute).isDirectory()) {
      for (const name of readdirSync(absolute).sort()) visit(path.posix.join(relative, name));
    } else if (keep(relative)) found.push(relative);
  };
  paths.forEach(visit);
  return found;
}

/**
 * One hash over names and contents.
 * @param {string[]} files relative to the project
 * @param {string[]} [facts] anything else the result depends on
 */
export function fingerprint(files, facts = []) {
  const hash = createHash("sha256");
  for (const fact of facts) hash.update(`${fact}\0`);
  for (const file of files) {
    const content = readFileSync(path.join(ROOT, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/**
 * A module and everything of ours it imports, in order; enough for seeds and small scripts.
 * @param {string} entry relative to the project
 * @returns {string[]}
 */
export function modulesOf(entry) {
  /** @type {Set<string>} */
  const found = new Set();
  const visit = (/** @type {string} */ file) => {
    if (found.has(file) || !existsSync(path.join(ROOT, file))) return;
    found.add(file);
    for (const [, specifier = ""] of readFileSync(path.join(ROOT, file), "utf8").matchAll(
      /(?:from|import)\s*\(?\s*["']((?:~|\.)[^"']+)["']/g,
    )) {
      const target = specifier.startsWith("~/")
        ? `app/${specifier.slice(2)}`
        : path.posix.join(path.posix.dirname(file), specifier);
      const match = ["", ".ts", ".tsx", ".mjs", ".json"]
        .map((extension) => target + extension)
        .find((name) => isFile(name));
      if (match) visit(match);
    }
  };
  visit(entry);
  return [...found].sort();
}

/** @param {string} relative */
function isFile(relative) {
  const absolute = path.join(ROOT, relative);
  return existsSync(absolute) && statSync(absolute).isFile();
}

/** What reference data depends on: the migrations it fits, its loader, its data. */
export function referenceFingerprint() {
  const files = filesOf(["prisma/migrations", "prisma/seed"], (file) => !file.endsWith(".test.ts"));
  return fingerprint([...new Set([...files, ...modulesOf("prisma/seed/reference.ts")])].sort());
}

const stampFile = (/** @type {string} */ name) => path.join(ROOT, ".cache", "stamps", name);

/** Whether the step was last done with this fingerprint. @param {string} name @param {string} print */
export function isStamped(name, print) {
  return existsSync(stampFile(name)) && readFileSync(stampFile(name), "utf8") === print;
}

/** @param {string} name @param {string} print */
export function stamp(name, print) {
  mkdirSync(path.dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), print);
}
