import type { ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";
import { handlers } from "./narrowed-build.mjs";

type Given = { id: string; parentId?: string; path?: string; index?: boolean };

const given: Given[] = [
  { id: "root", path: "" },
  { id: "layout", parentId: "root" },
  { id: "place", parentId: "layout", path: ":place" },
  { id: "desk", parentId: "place", index: true },
  { id: "network", parentId: "place", path: "network" },
  { id: "person", parentId: "place", path: "network/people/:personId" },
  { id: "circles", parentId: "network", path: "circles" },
  { id: "demands", parentId: "place", path: "demands" },
  { id: "home", parentId: "root", index: true },
  { id: "sign-in", parentId: "root", path: "sign-in" },
  { id: "office", parentId: "root", path: "office/:token" },
  { id: "lost", parentId: "root", path: "*" },
];
const all = Object.fromEntries(given.map((route) => [route.id, route]));
const build = { routes: all, assets: { routes: all } } as unknown as ServerBuild;
const buildFor = handlers(build, (narrowed) => narrowed);
const routesFor = (path: string) => {
  const { routes, assets } = buildFor(path);
  expect(Object.keys(assets.routes)).toEqual(Object.keys(routes));
  return Object.keys(routes);
};

test("an address is answered by a build with the routes that it can match and their frames", () => {
  expect(routesFor("/28005/demands")).toEqual(["root", "layout", "place", "demands", "lost"]);
  expect(routesFor("/28005/network/people/7")).toEqual(["root", "layout", "place", "person", "lost"]);
  expect(routesFor("/28005/network/circles")).toEqual([
    "root",
    "layout",
    "place",
    "network",
    "circles",
    "lost",
  ]);
  expect(routesFor("/28005/network/people/7/more")).toEqual(["root", "lost"]);
  expect(routesFor("/28005")).toEqual(["root", "layout", "place", "desk", "lost"]);
  expect(routesFor("/")).toEqual(["root", "home", "lost"]);
  expect(routesFor("/sign-in")).toEqual(["root", "layout", "place", "desk", "sign-in", "lost"]);
  expect(routesFor("/office/secret")).toEqual(["root", "office", "lost"]);
});

test("the data of a page is asked of the same routes as the page", () => {
  expect(buildFor("/28005/demands.data")).toBe(buildFor("/28005/demands"));
  expect(buildFor("/28005.data")).toBe(buildFor("/28005"));
  expect(buildFor("/_root.data")).toBe(buildFor("/"));
});

test("unknown words share one build, and letters of either case are the same", () => {
  expect(buildFor("/28005/no-such")).toBe(buildFor("/28001/neither"));
  expect(buildFor("/28005/Demands/")).toBe(buildFor("/28005/demands"));
  expect(buildFor("/28005/%64emands")).toBe(buildFor("/28005/demands"));
  expect(buildFor("/office/a%2Fb")).toBe(buildFor("/office/secret"));
  expect(buildFor("/%E0%A4%A")).toBe(build);
});
