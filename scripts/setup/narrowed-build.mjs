/**
 * For every request Remix ranks all routes of its build several times over, which with a hundred routes costs more than
 * many a page. Here each request is given a build with the routes alone that its address can match.
 *
 * @typedef {import("@remix-run/node").ServerBuild} ServerBuild
 */

/** @param {string} path @returns {string[]} */
const segmentsOf = (path) => path.split("/").filter((segment) => segment !== "");

/** Whether an address can match the pattern. @param {string[]} pattern @param {string[]} address */
function canMatch(pattern, address) {
  for (let index = 0; index < pattern.length; index += 1) {
    const part = pattern[index];
    const given = address[index];
    if (part === "*" || part?.endsWith("?")) return true;
    if (given === undefined) return false;
    if (!part?.startsWith(":") && part !== given) return false;
  }
  return pattern.length === address.length;
}

/**
 * The build for an address: `narrowedBuild(build)("/28005/network.data")`; one object for all addresses that the same
 * routes can match.
 * @param {ServerBuild} build
 * @returns {(path: string) => ServerBuild}
 */
function narrowedBuild(build) {
  const routes = Object.values(build.routes).filter((route) => route !== undefined);
  /** @type {(id: string | undefined) => string[]} */
  const patternOf = (id) => {
    const route = id === undefined ? undefined : build.routes[id];
    return route ? [...patternOf(route.parentId), ...segmentsOf(route.path ?? "")] : [];
  };
  const parents = new Set(routes.map((route) => route.parentId));
  // A page may be the parent of another: only a layout has no address of its own.
  const pages = routes
    .filter((route) => !parents.has(route.id) || route.path !== undefined)
    .map((route) => ({ id: route.id, pattern: patternOf(route.id).map((part) => part.toLowerCase()) }));
  /** @type {Map<string, ServerBuild>} */
  const known = new Map();

  /** @param {string[]} ids of pages @returns {ServerBuild} */
  function narrowed(ids) {
    /** @type {Set<string>} */
    const kept = new Set();
    for (const id of ids) {
      for (let one = build.routes[id]; one; one = one.parentId ? build.routes[one.parentId] : undefined)
        kept.add(one.id);
    }
    /** @template T @param {Record<string, T>} all */
    const only = (all) => Object.fromEntries(Object.entries(all).filter(([id]) => kept.has(id)));
    return {
      ...build,
      routes: only(build.routes),
      assets: { ...build.assets, routes: only(build.assets.routes) },
    };
  }

  return (path) => {
    /** @type {string[]} */
    let address;
    try {
      address = segmentsOf(path.replace(/\.data$/, "")).map((word) => decodeURIComponent(word).toLowerCase());
    } catch {
      return build;
    }
    // Remix asks for the data of "/" under this name.
    if (address[0] === "_root") address = [];
    const ids = pages.filter(({ pattern }) => canMatch(pattern, address)).map(({ id }) => id);
    const key = ids.join("\n");
    const found = known.get(key) ?? narrowed(ids);
    known.set(key, found);
    return found;
  };
}

/**
 * The handler of an address, kept for the next one with the same routes.
 * @template Handler
 * @param {ServerBuild} build
 * @param {(build: ServerBuild) => Handler} handlerOf
 * @returns {(path: string) => Handler}
 */
export function handlers(build, handlerOf) {
  const buildFor = narrowedBuild(build);
  /** @type {Map<ServerBuild, Handler>} */
  const kept = new Map();
  return (path) => {
    const narrowed = buildFor(path);
    const handler = kept.get(narrowed) ?? handlerOf(narrowed);
    kept.set(narrowed, handler);
    return handler;
  };
}
