/**
 * What may import what, drawn once and held by `npm run check`. No baseline of tolerated breaches.
 *
 *   routes, workers → actor.server → areas → kernel → lib;  areas → ui → lib
 *
 * @type {import("dependency-cruiser").IConfiguration}
 */
const TEST = "\\.test\\.tsx?$";
const SERVER = "\\.server(\\.tsx?$|/)";
/** Files directly in `app/`: the frame that puts the parts together. */
const FRAME = "^app/[^/]+\\.tsx?$";
/** In an area, or in one of its folders. */
const IN_AREA = (name) => `^app/areas/[^/]+/(${name}|[^/]+/${name})`;
/** What an area shows to the others. */
const AREA_FACES = [
  "^app/areas/[^/]+/schema(\\.ts$|/)",
  "^app/areas/[^/]+/choices\\.ts$",
  "^app/areas/[^/]+/events\\.ts$",
  "^app/areas/[^/]+/queries\\.server(\\.ts$|/)",
  "^app/areas/[^/]+/door\\.server\\.ts$",
  "^app/areas/.*-picker\\.tsx$",
];

module.exports = {
  forbidden: [
    {
      name: "lib-imports-nothing-of-ours",
      severity: "error",
      from: { path: "^app/lib/", pathNot: TEST },
      to: { path: "^(app|workers|prisma|scripts|tests)/", pathNot: "^app/lib/" },
    },
    {
      name: "kernel-imports-lib-only",
      severity: "error",
      from: { path: "^app/kernel/", pathNot: TEST },
      to: {
        path: "^(app|workers|prisma|scripts|tests)/",
        pathNot: ["^app/(kernel|lib)/", "^prisma/generated/"],
      },
    },
    {
      name: "ui-imports-lib-only",
      comment: "No domain words in ui/.",
      severity: "error",
      from: { path: "^app/ui/", pathNot: TEST },
      to: { path: "^(app|workers|prisma|scripts|tests)/", pathNot: "^app/(ui|lib)/" },
    },
    {
      name: "areas-import-downwards",
      severity: "error",
      from: { path: "^app/areas/", pathNot: TEST },
      to: { path: ["^(workers|prisma|scripts|tests)/", "^app/routes/", FRAME] },
    },
    {
      name: "no-validator-in-the-browser",
      comment: "components show choices; a schema would bring the validator's 25 kB with it.",
      severity: "error",
      from: { path: ["^app/ui/", IN_AREA("components/")] },
      to: { path: IN_AREA("schema(\\.ts$|/)"), dependencyTypesNot: ["type-only"] },
    },
    {
      name: "another-area-only-by-its-faces",
      comment:
        "schema, choices, events, queries.server, door.server, *-picker.tsx; commands and the rest are private.",
      severity: "error",
      from: { path: "^app/areas/([^/]+)/", pathNot: TEST },
      to: { path: "^app/areas/", pathNot: ["^app/areas/$1/", ...AREA_FACES] },
    },
    {
      name: "nobody-imports-notifications",
      comment: "It reacts to events; whoever has something said in his own unit of work does so by its door.",
      severity: "error",
      from: { path: "^app/areas/(?!notifications/)", pathNot: TEST },
      to: {
        path: "^app/areas/notifications/",
        pathNot: "^app/areas/notifications/(door\\.server|choices)\\.ts$",
      },
    },
    {
      name: "abilities-meet-in-one-list",
      severity: "error",
      from: { path: "^(app/(?!areas/)|workers/|scripts/)", pathNot: ["^app/abilities\\.ts$", TEST] },
      to: { path: "^app/areas/[^/]+/ability\\.ts$" },
    },
    {
      name: "a-command-calls-no-command",
      comment: "Emit an event, or offer a function that takes the open db in door.server.ts.",
      severity: "error",
      from: { path: IN_AREA("commands/"), pathNot: TEST },
      to: { path: IN_AREA("commands/"), dependencyTypesNot: ["type-only"] },
    },
    {
      name: "areas-form-no-cycle",
      severity: "error",
      scope: "folder",
      from: { path: "^app/areas/[^/]+$" },
      to: { path: "^app/areas/[^/]+$", circular: true },
    },
    {
      name: "no-cycle",
      comment: "Types may refer to each other.",
      severity: "error",
      from: { pathNot: TEST },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "nobody-imports-a-route",
      comment: "A file of app/routes, or route.tsx in a folder there.",
      severity: "error",
      from: { pathNot: "^tests/" },
      to: { path: "^app/routes/([^/]+|[^/]+/route)\\.tsx?$" },
    },
    {
      name: "parts-of-a-route-are-its-own",
      severity: "error",
      from: { pathNot: ["^tests/", "^app/routes/[^/]+/"] },
      to: { path: "^app/routes/[^/]+/" },
    },
    {
      name: "the-worker-is-a-process-of-its-own",
      severity: "error",
      from: { path: "^app/", pathNot: TEST },
      to: { path: "^workers/" },
    },
    {
      name: "workers-import-no-screens",
      severity: "error",
      from: { path: "^workers/", pathNot: TEST },
      to: { path: ["^app/(routes|ui)/", "^app/areas/[^/]+/components/"] },
    },
    {
      name: "only-the-kernel-opens-the-database-client",
      severity: "error",
      from: { path: "^(app|workers)/", pathNot: "^app/kernel/(db|models|statement)\\.server\\.ts$" },
      to: { path: "^prisma/generated/" },
    },
    {
      name: "browser-code-imports-no-server-code",
      comment: "Types may come from anywhere; routes are split by the build.",
      severity: "error",
      from: { path: "^app/(areas|kernel|lib|ui)/", pathNot: [SERVER, TEST] },
      to: { path: SERVER, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "words-come-by-the-catalogue",
      comment:
        "A browser that imports messages.ts loads every word in both languages. `import type` is fine.",
      severity: "error",
      from: { path: "^(app|workers)/", pathNot: [SERVER, TEST, "messages(\\.ts|/[^/]+\\.ts)$"] },
      to: { path: "messages(\\.ts|/[^/]+\\.ts)$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "bull-behind-its-door",
      severity: "error",
      from: { path: "^(app|workers)/", pathNot: ["^app/kernel/queue-bull\\.server\\.ts$", TEST] },
      to: { path: "node_modules/bull/" },
    },
    {
      name: "lucia-behind-its-door",
      severity: "error",
      from: { path: "^(app|workers)/", pathNot: ["^app/areas/identity/", TEST] },
      to: { path: "node_modules/lucia/" },
    },
    {
      name: "the-product-imports-no-tests-or-scripts",
      severity: "error",
      from: { path: "^(app|workers|prisma)/", pathNot: TEST },
      to: { path: "^(tests|scripts)/" },
    },
    {
      name: "imports-resolve",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: ["^virtual:", "\\?url$"] },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    // Tests may import anything, and would close circles that no code of ours walks.
    doNotFollow: { path: ["node_modules", "^prisma/generated", "^tests/"] },
    exclude: { path: ["^build/", TEST] },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json", ".d.ts"],
    },
  },
};
