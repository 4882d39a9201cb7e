import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { faultOfEnvironment, makeDataFolder, waitForRedis } from "./environment.mjs";

test.each([
  ["DATABASE_URL", "nonsense"],
  ["DATABASE_URL", "mysql://app:secret@db/peyvand"],
  ["DATABASE_OWNER_URL", "postgresql//owner:secret@db"],
  ["DATABASE_POOL", "1"],
  ["DATABASE_POOL", "many"],
  ["REDIS_URL", "localhost:6379"],
  ["PUBLIC_URL", "peyvand.example"],
  ["PERSONAL_DATA_KEY", "short-secret"],
  ["LOG_LEVEL", "foo"],
])("%s=%s is refused in a sentence that names it and says no secret", (name, text) => {
  const said = faultOfEnvironment({ [name]: text });
  expect(said).toMatch(new RegExp(`^${name} .*has to be .+\\.$`));
  expect(said).not.toContain("secret");
});

test("what is good, left out or empty is taken", () => {
  expect(faultOfEnvironment({})).toBeNull();
  expect(faultOfEnvironment({ REDIS_URL: "", LOG_LEVEL: "" })).toBeNull();
  expect(
    faultOfEnvironment({
      DATABASE_URL: "postgresql://app:secret@db:5432/peyvand",
      DATABASE_OWNER_URL: "postgresql:///peyvand?host=/run/postgresql",
      DATABASE_POOL: "20",
      REDIS_URL: "rediss://:secret@queue",
      PUBLIC_URL: "https://peyvand.example/",
      PERSONAL_DATA_KEY: "k".repeat(32),
      LOG_LEVEL: "warn",
    }),
  ).toBeNull();
});

test("a data folder is made with those above it; a file in its place and a place for none are said", () => {
  const root = mkdtempSync(path.join(tmpdir(), "peyvand-folder-"));
  try {
    makeDataFolder(path.join(root, "one/two"));
    makeDataFolder(path.join(root, "one/two"));
    writeFileSync(path.join(root, "file"), "");
    expect(() => makeDataFolder(path.join(root, "file"))).toThrow("is a file");
    expect(() => makeDataFolder(path.join(root, "file/below"))).toThrow(/cannot be made \(ENOTDIR\)/);
    if (process.platform === "linux")
      expect(() => makeDataFolder("/proc/peyvand/data")).toThrow(/cannot be made/);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test("a Redis that answers is waited for", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await waitForRedis(`redis://127.0.0.1:${port}`);
  await waitForRedis(undefined);
  await new Promise((resolve) => server.close(resolve));
});
