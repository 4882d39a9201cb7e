import { describe, expect, test } from "vitest";
import { decideSample } from "./sample-decision.mjs";

const embedded = { isEmbedded: true } as const;

describe("the sample country", () => {
  test("is loaded into a database just made, unless it is not wanted", () => {
    expect(decideSample({ ...embedded, wish: undefined, content: undefined })).toBe("load");
    expect(decideSample({ ...embedded, wish: "1", content: undefined })).toBe("load");
    expect(decideSample({ ...embedded, wish: "0", content: undefined })).toBe("none");
  });

  test("is loaded anew where loading was interrupted", () => {
    expect(decideSample({ ...embedded, wish: undefined, content: "loading" })).toBe("reload");
  });

  test("stays with the database that holds it", () => {
    expect(decideSample({ ...embedded, wish: undefined, content: "sample" })).toBe("use");
    expect(() => decideSample({ ...embedded, wish: "0", content: "sample" })).toThrow(
      /holds the sample country/,
    );
  });

  test("never enters a database that was made without it", () => {
    expect(decideSample({ ...embedded, wish: undefined, content: "clean" })).toBe("none");
    expect(() => decideSample({ ...embedded, wish: "1", content: "clean" })).toThrow(
      /made without the sample/,
    );
  });

  test("never enters the operator's own database server", () => {
    expect(decideSample({ isEmbedded: false, wish: undefined, content: undefined })).toBe("none");
    expect(() => decideSample({ isEmbedded: false, wish: "1", content: undefined })).toThrow(
      /only for the embedded/,
    );
  });

  test("is wished for by 0 or 1 only", () => {
    expect(() => decideSample({ ...embedded, wish: "yes", content: undefined })).toThrow(/can be 1 .* or 0/);
  });
});
