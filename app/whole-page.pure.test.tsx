import { expect, test } from "vitest";
import { wholePage } from "./whole-page.server";

const pageOf = async (...given: Parameters<typeof wholePage>) => (await wholePage(...given)).toString();

const streamOf = (text: string) => ({ data: new Blob([text]).stream(), nonce: "bm9uY2U=" });
const document = (
  <html lang="fa">
    <body>
      <p>گرگان &lt;/body&gt;</p>
    </body>
  </html>
);

test("the loaders' data stands before the end of the document and cannot leave its script", async () => {
  const data = JSON.stringify(["شهرستان گرگان", "</script><script>alert(1)</script>", "\u2028", "</body>"]);
  const page = await pageOf(document, streamOf(data));
  expect(page.match(/<!DOCTYPE html>/g)).toHaveLength(1);
  expect(page.endsWith("</body></html>")).toBe(true);
  const script = /window\.__remixContext\.streamController\.enqueue\((".*?")\);/.exec(page)?.[1] ?? "";
  expect(script).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(script)).toBe(data);
  expect(page.split("</script>")).toHaveLength(2);
});

test("the script with the data carries the nonce of its answer", async () => {
  expect(await pageOf(document, streamOf("[]"))).toContain('<script nonce="bm9uY2U=">');
});

test("a document without data carries no script", async () => {
  expect(await pageOf(document)).not.toContain("<script");
});

test("what a component throws is thrown, so that the page of the error can be drawn", async () => {
  const Broken = () => {
    throw new Error("broken");
  };
  await expect(pageOf(<Broken />)).rejects.toThrow("broken");
});

test("a document brings the words it was drawn with, and they cannot leave its script", async () => {
  const noting = (draw: () => string) => ({ html: draw(), words: { "app.name": "پیوند</script>" } });
  const page = await pageOf(document, streamOf("[]"), noting);
  const words = /__peyvand_messages=(\{.*?\});/.exec(page)?.[1] ?? "";
  expect(words).not.toContain("<");
  expect(JSON.parse(words)).toEqual({ "app.name": "پیوند</script>" });
});
