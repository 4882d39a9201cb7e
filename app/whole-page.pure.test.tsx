import { expect, test } from "vitest";
import { wholePage } from "./whole-page.server";

test("a long Persian page leaves without a broken letter, wherever its pieces end", async () => {
  const words = "دستیار مردمی‌سازی فرمانداری گرگان ";
  for (let shift = 0; shift < 8; shift++) {
    const text = "x".repeat(shift) + words.repeat(400);
    const page = await wholePage(
      <ul>
        {text.split(" ").map((word, index) => (
          <li key={index} title={word}>
            {word}
          </li>
        ))}
      </ul>,
      (error) => {
        throw error;
      },
    );
    const html = new TextDecoder("utf-8", { fatal: true }).decode(page);
    expect(html.indexOf("\u0000")).toBe(-1);
    expect(
      html
        .replace(/<[^>]*>/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    ).toBe(text.trim());
  }
});
