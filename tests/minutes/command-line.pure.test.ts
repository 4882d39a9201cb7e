import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(path.join(tmpdir(), "minutes-"));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const { DATABASE_URL: _none, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/minutes.ts", ...args],
    {
      encoding: "utf8",
      env: { ...env, INIT_CWD: process.cwd() },
    },
  );
  return { status, stdout, stderr };
}

function file(name: string, content: string | Uint8Array): string {
  const where = path.join(folder, name);
  writeFileSync(where, content);
  return where;
}

test("a document of minutes is printed as JSON", () => {
  const { status, stdout, stderr } = run("prisma/seed/data/sample-minutes.txt");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const printed: unknown = JSON.parse(stdout);
  expect(Object.keys(printed as object)).toEqual([
    "header",
    "agenda",
    "declaredCount",
    "resolutions",
    "warnings",
  ]);
  expect(printed).toMatchObject({ declaredCount: 16, header: { date: "2026-11-08" } });
});

test("a document of Word is printed like its text", () => {
  const { status, stdout } = run("tests/minutes/office-files/table-1.docx");
  expect(status).toBe(0);
  expect((JSON.parse(stdout) as { resolutions: unknown[] }).resolutions).toHaveLength(8);
});

test.each([
  ["no file is named", [], /^Usage: /],
  ["the file is not there", [path.join(folder, "nowhere.txt")], /There is no file/],
  ["it is a folder", [folder], /is a folder/],
  ["it is empty", [file("empty.txt", "")], /is empty/],
  [
    "it is not text",
    [file("picture.txt", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))],
    /not a text file/,
  ],
])("%s: one sentence, and 2", (_, args, sentence) => {
  const { status, stdout, stderr } = run(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(sentence);
  expect(stderr.trim().split("\n")).toHaveLength(1);
});
