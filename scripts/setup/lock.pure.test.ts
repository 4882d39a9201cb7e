import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { takeLock } from "./lock.mjs";
import { birthOf } from "./processes.mjs";

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "lock-"))));
afterEach(() => rmSync(folder, { recursive: true }));

test("a lock is free again once it is released", () => {
  const file = path.join(folder, "lock");
  const first = takeLock(file);
  expect(first).toHaveProperty("release");
  if ("release" in first) first.release();
  expect(takeLock(file)).toHaveProperty("release");
});

test("a lock names the process that holds it", () => {
  const holder = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  try {
    const file = path.join(folder, "lock");
    writeFileSync(file, `${holder.pid} ${birthOf(holder.pid ?? 0)}`);
    expect(takeLock(file)).toEqual({ heldBy: holder.pid });
  } finally {
    holder.kill("SIGKILL");
  }
});

test("a lock left by a process that died is taken over, also when its number was given to another", () => {
  const file = path.join(folder, "lock");
  writeFileSync(file, "999999 1");
  expect(takeLock(file)).toHaveProperty("release");
  writeFileSync(file, "1 12345678901234");
  expect(takeLock(file)).toHaveProperty("release");
});
