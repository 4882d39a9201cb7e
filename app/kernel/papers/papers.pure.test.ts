import { describe, expect, test } from "vitest";
import { textOfPdf } from "../../../tests/factories/pdf-text";
import { openArchive } from "../sheets/zip-entries.server";
import { docxOf } from "./docx.server";
import { asWritten, type OfficePage } from "./office-page";
import { pdfOf } from "./pdf.server";

const ROWS = 60;
const LONG =
  "مقرر گردید نسبت به بهسازی خانه‌های روستایی اقدام می‌شود و گزارش آن طی نامه 1403-12/77 ارسال گردد.";

const aPage = (change: Partial<OfficePage> = {}): OfficePage => ({
  locale: "fa",
  title: "دفتر تعهدات برق",
  lead: null,
  author: "نرگس شکیبا",
  office: ["فرمانداری گرگان"],
  invocation: "بسمه تعالی",
  registry: [["شماره", "28005-12"]],
  parts: [
    { kind: "facts", facts: [["دستگاه", "توزیع برق #set *گرگان*"]] },
    {
      kind: "table",
      headers: ["شماره", "متن", "مهلت"],
      widths: [7, 60, 14],
      rows: Array.from({ length: ROWS }, (_, n) => [String(n + 1), LONG, "1405/11/30"]),
      empty: "ردیفی نیست",
    },
  ],
  signers: [
    ["دستیار فرماندار", "نرگس شکیبا"],
    ["فرماندار", ""],
  ],
  signature: "امضا و تاریخ",
  foot: "گیرنده",
  pages: "صفحه {page} از {pages}",
  sample: null,
  isWide: false,
  ...change,
});

describe("what a page says", () => {
  test("is in Persian digits, and a code keeps its order", () => {
    expect(asWritten("نامه 1403-12/77 و ۳ روز", "fa")).toBe("نامه \u2066۱۴۰۳-۱۲/۷۷\u2069 و ۳ روز");
    expect(asWritten("letter 1403-12/77", "en")).toBe("letter \u20661403-12/77\u2069");
    expect(asWritten("\u20661403-12\u2069", "fa")).toBe("\u2066۱۴۰۳-۱۲\u2069");
    const hash = `a1${"0f".repeat(31)}`;
    expect(asWritten(`شناسه ${hash} بند 2`, "fa")).toBe(`شناسه ${hash} بند ۲`);
  });

  test("holds no control character that a file cannot hold", () => {
    expect(asWritten("یک\u0000دو\u000Bسه\nچهار", "fa")).toBe("یک دو سه\nچهار");
  });
});

describe("an office page as PDF", () => {
  test("holds its Persian as text but for half-spaces, every row and the count of its pages", async () => {
    const { bytes, pages } = await pdfOf(aPage());
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    const text = textOfPdf(bytes);
    expect(text).toHaveLength(pages);
    expect(pages).toBeGreaterThan(2);
    const all = text.join("\n");
    // The typesetter draws a half-space and writes none: its letters part, its words are found without it.
    for (const word of ["تعهدات", "می‌شود", "خانه‌های", "بسمه"])
      expect(all).toContain(word.replaceAll("\u200c", ""));
    // A typesetter that writes them turns this red: what is copied out of a page is then whole.
    expect(all).not.toContain("\u200c");
    expect(all).toContain("۱۴۰۳-۱۲/۷۷");
    // What looks like markup is said, and does nothing.
    expect(all).toContain("set");
    expect(all.match(/بهسازی/g)).toHaveLength(ROWS);
    for (const page of text) {
      // The head of the table stands on every page, and so does its number.
      expect(page).toContain("مهلت");
      expect(page).toContain("صفحه");
    }
    expect(text.at(-1)).toContain("فرماندار");
    expect(all).not.toMatch(/[0-9]/);
  });

  test("is written for whoever reads English, and where no font has a letter", async () => {
    const { bytes } = await pdfOf(
      aPage({
        locale: "en",
        title: "Ledger 中",
        office: ["Governorate of Gorgan"],
        pages: "Page {page} of {pages}",
      }),
    );
    const [first = ""] = textOfPdf(bytes);
    for (const word of ["Ledger", "Governorate", "Page", "1405/11/30"]) expect(first).toContain(word);
  });

  test("says that there is no row, and that its data are made up", async () => {
    const table = aPage().parts[1];
    if (table?.kind !== "table") throw new Error("the second part is the table");
    const { bytes, pages } = await pdfOf(aPage({ parts: [{ ...table, rows: [] }], sample: "نمونه" }));
    expect(pages).toBe(1);
    const [only = ""] = textOfPdf(bytes);
    for (const word of ["ردیفی", "نمونه"]) expect(only).toContain(word);
  });
});

describe("an office page as DOCX", () => {
  const parts = async (page: OfficePage) => {
    const archive = await openArchive(await docxOf(page));
    const part = async (name: string) => (await archive.text(name)) ?? "";
    return { words: await part("word/document.xml"), foot: await part("word/footer1.xml") };
  };

  test("runs from right to left in every paragraph, run and table, with each row once", async () => {
    const { words, foot } = await parts(aPage());
    const count = (pattern: RegExp) => words.match(pattern)?.length ?? 0;
    const paragraphs = count(/<w:p[ >]/g);
    expect(paragraphs).toBeGreaterThan(ROWS * 3);
    expect(count(/<w:bidi\/>/g)).toBe(paragraphs);
    expect(count(/<w:bidiVisual\/>/g)).toBe(count(/<w:tbl>/g));
    expect(count(/<w:rtl\/>/g)).toBe(count(/<w:r>/g));
    expect(count(/<w:tblHeader\/>/g)).toBe(1);
    expect(count(/بهسازی/g)).toBe(ROWS);
    expect(words).toContain("\u2066۱۴۰۳-۱۲/۷۷\u2069");
    expect(words).toContain("توزیع برق #set *گرگان*");
    expect(foot).toMatch(/PAGE.*NUMPAGES/s);
  });

  test("runs from left to right for whoever reads English, but for Persian words", async () => {
    const { words } = await parts(aPage({ locale: "en" }));
    expect(words).not.toContain("<w:bidiVisual/>");
    expect(words.match(/<w:bidi\/>/g)?.length).toBeGreaterThanOrEqual(ROWS);
    expect(words).toContain("1405/11/30");
  });
});
