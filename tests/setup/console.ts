import { afterEach, beforeEach, expect, vi } from "vitest";

// A noisy console is a failing test. A test that expects the noise replaces the spy:
// `vi.mocked(console.error).mockImplementation(() => {})`.
const original = console.error;
let unexpected: unknown[][] = [];

beforeEach(() => {
  unexpected = [];
  vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => {
    unexpected.push(words);
    original(...words);
  });
});

afterEach(() => {
  const noise = unexpected;
  vi.mocked(console.error).mockRestore();
  expect(noise, "console.error was called and the test did not expect it").toEqual([]);
});
