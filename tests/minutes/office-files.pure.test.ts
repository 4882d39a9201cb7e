import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { toDocument } from "~/areas/meetings/minutes/import/document";
import { parseMinutes } from "~/areas/meetings/minutes/import/parse";
import { readMinutesFile } from "~/areas/meetings/minutes/file.server";
import { anOleContainer, ENCRYPTED_STREAMS } from "../factories/ole";
import { aWorkbook, zipped } from "../factories/sheets";
import { expected, parsed } from "./generated-shape";
import { countyNames, partyDictionary } from "../../prisma/seed/party-dictionary";
import { OFFICE_BY_HAND, OFFICE_CASES } from "./office-cases";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraph = (text: string, properties = "") =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const cell = (content: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
const table = (...rows: string[]) => `<w:tbl>${rows.join("")}</w:tbl>`;

const aDocument = (body: string, others: Record<string, string> = {}) =>
  zipped({ "word/document.xml": `<w:document ${W}><w:body>${body}</w:body></w:document>`, ...others });

async function textOf(bytes: Uint8Array): Promise<string> {
  const read = await readMinutesFile(bytes);
  return read.ok ? read.text : `refused: ${read.reason}`;
}

const HEADING = row(...["ردیف", "شرح مصوبات", "دستگاه مسئول", "مهلت"].map((word) => cell(paragraph(word))));

describe("one model as text, and as LibreOffice writes it", () => {
  test.each(OFFICE_CASES.map((each) => [`${each.name}.${each.kind}`, each] as const))(
    "%s is read alike",
    async (name, { model, text }) => {
      const file = await textOf(readFileSync(`tests/minutes/office-files/${name}`));
      expect(parsed(file)).toEqual(expected(model));
      expect(parsed(file)).toEqual(parsed(text));
    },
  );
});

/** What a reader makes of a document, without the places of its words. */
function told(text: string) {
  const { attendees, resolutions, warnings, ...document } = parseMinutes(text, partyDictionary, countyNames);
  return {
    ...toDocument({ ...document, attendees, resolutions, warnings: [] }),
    attendees: attendees.map(({ spans: _, ...attendee }) => attendee),
    notes: resolutions.map(({ notes }) =>
      notes.map((note) => ({ code: note.code, written: "written" in note ? note.written : null })),
    ),
    apart: warnings.flatMap(({ code, number, written }) =>
      code === "note-apart" || code === "page-foot" ? [{ code, number, written }] : [],
    ),
  };
}

describe("one document typed by hand as text, and as LibreOffice writes it", () => {
  test.each(OFFICE_BY_HAND.map(({ name, kind }) => [`${name}.${kind}`, name] as const))(
    "%s is read alike, its notes beside what they belong to",
    async (file, name) => {
      const text = readFileSync(`tests/minutes/by-hand/${name}.txt`, "utf8");
      const office = await textOf(readFileSync(`tests/minutes/office-files/${file}`));
      expect(told(office)).toEqual(told(text));
    },
  );

  test("the words of a note fall into no resolution, and are told beside it", () => {
    const { resolutions, notes, apart } = told(readFileSync("tests/minutes/by-hand/footnotes.txt", "utf8"));
    expect(JSON.stringify(resolutions)).not.toMatch(/بسیج اصناف|سه کیسه|۸۸۱|دبیرخانه|\[(?:1|2|i)\]/);
    expect(notes.map((each) => each.filter(({ code }) => code === "footnote").length)).toEqual([
      1, 1, 0, 1, 0,
    ]);
    expect(apart).toMatchObject([
      { code: "page-foot", written: "دبیرخانه شورای آرد و نان - تلفن ۳۲۲۲۱۱۱۰" },
      { code: "note-apart", number: 1 },
      { code: "note-apart", number: 2, written: "با همکاری بسیج اصناف و اداره استاندارد تا پایان سال" },
      { code: "note-apart", number: 4 },
    ]);
  });
});

describe("a document of Word", () => {
  test("has the numbers that are drawn and not typed, and those of its table", async () => {
    const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>';
    const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1-"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`;
    const text = await textOf(
      await aDocument(
        paragraph("مصوبات:") +
          paragraph("مقرر گردید راه باز شود.", list) +
          paragraph("مقرر گردید پل ساخته شود.", list),
        { "word/numbering.xml": numbering },
      ),
    );
    expect(text).toBe("مصوبات:\n1- مقرر گردید راه باز شود.\n2- مقرر گردید پل ساخته شود.");
    expect(parsed(text).resolutions.map(({ number }) => number)).toEqual([1, 2]);
  });

  test("tells what stands at the head of its pages and in a box, each once, and no number of a page", async () => {
    const head = (text: string) => `<w:hdr ${W}>${paragraph(text)}${paragraph("صفحه ۲ از ۵")}</w:hdr>`;
    const relation = (id: number, target: string) =>
      `<Relationship Id="r${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="${target}"/>`;
    const box = (inner: string) =>
      `<w:p><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:txbxContent>${inner}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${inner}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const text = await textOf(
      await aDocument(
        box(paragraph("محل برگزاری: سالن شهرداری")) +
          paragraph("صورتجلسه شورای ترافیک") +
          paragraph("مصوبات:") +
          paragraph("۱- مقرر گردید راه باز شود.") +
          paragraph("۲- مقرر گردید پل ساخته شود."),
        {
          "word/header1.xml": head("تاریخ: ۱۴۰۵/۰۳/۰۲"),
          "word/header2.xml": head("تاریخ: ۱۴۰۵/۰۳/۰۲"),
          "word/_rels/document.xml.rels": `<Relationships>${relation(1, "header1.xml")}${relation(2, "header2.xml")}${relation(3, "gone.xml")}</Relationships>`,
        },
      ),
    );
    expect(text.split("\n").filter((line) => line.includes("۱۴۰۵/۰۳/۰۲"))).toHaveLength(1);
    expect(text).not.toContain("صفحه ۲");
    expect(parsed(text)).toMatchObject({
      header: { date: "2026-05-23", place: "سالنشهرداری" },
      resolutions: [{ number: 1 }, { number: 2 }],
    });
  });

  test("shows no deleted words, and keeps the paragraphs of a cell apart", async () => {
    const body = table(
      HEADING,
      row(
        cell(paragraph("۱")),
        cell(
          "<w:p><w:r><w:t>مقرر گردید راه </w:t></w:r><w:del><w:r><w:delText>بسته </w:delText></w:r></w:del>" +
            "<w:ins><w:r><w:t>باز شود</w:t></w:r></w:ins></w:p>",
        ),
        cell(paragraph("فرمانداران استان") + paragraph("هلال احمر")),
        cell("<w:p/>"),
      ),
    );
    expect(parsed(await textOf(await aDocument(body))).resolutions).toMatchObject([
      {
        number: 1,
        text: "مقررگردیدراهبازشود",
        parties: ["فرمانداراناستان", "جمعیتهلالاحمراستان"],
        deadline: null,
      },
    ]);
  });

  test("gives a cell that is merged over rows to each of them", async () => {
    const restart = '<w:vMerge w:val="restart"/>';
    const body = table(
      HEADING,
      row(
        cell(paragraph("۱")),
        cell(paragraph("مقرر گردید راه باز شود")),
        cell(paragraph("فرمانداران استان"), restart),
        cell("<w:p/>"),
      ),
      row(
        cell(paragraph("۲")),
        cell(paragraph("مقرر گردید پل ساخته شود")),
        cell("<w:p/>", "<w:vMerge/>"),
        cell("<w:p/>"),
      ),
    );
    const { resolutions } = parsed(await textOf(await aDocument(body)));
    expect(resolutions.map(({ parties }) => parties)).toEqual([["فرمانداراناستان"], ["فرمانداراناستان"]]);
  });

  test("may stand whole in a frame, its table within the frame's only cell", async () => {
    const inner = table(
      HEADING,
      row(...["۱", "مقرر گردید راه باز شود", "فرمانداران استان", ""].map((words) => cell(paragraph(words)))),
    );
    const text = await textOf(await aDocument(table(row(cell(paragraph("عنوان جلسه: شورای شهر") + inner)))));
    expect(parsed(text)).toMatchObject({ header: { title: "شورایشهر" }, resolutions: [{ number: 1 }] });
  });

  test("of two hundred pages, and a table of a thousand rows, are read whole", async () => {
    const pages = Array.from({ length: 200 * 40 }, () =>
      paragraph("گفت‌وگوی جلسه ادامه یافت و نکته‌ای تازه گفته شد"),
    );
    const rows = Array.from({ length: 1000 }, (_, at) =>
      row(
        ...[String(at + 1), `مقرر گردید کار ${at + 1} پیگیری شود`, "فرمانداران استان", ""].map((words) =>
          cell(paragraph(words)),
        ),
      ),
    );
    const { resolutions } = parsed(await textOf(await aDocument(pages.join("") + table(HEADING, ...rows))));
    expect(resolutions).toHaveLength(1000);
  });
});

describe("a workbook", () => {
  const heading = ["ردیف", "شرح مصوبات", "دستگاه مسئول", "مهلت"];

  test("gives its days as Jalali ones, and a cell merged over rows to each", async () => {
    const bytes = await aWorkbook(
      [
        ["صورت‌جلسه شورای شهر مورخ ۱۴۰۵/۰۱/۲۰"],
        heading,
        [{ number: "1" }, "مقرر گردید راه باز شود", "فرمانداران استان", { day: "2027-05-21" }],
        [{ number: "2" }, "مقرر گردید پل ساخته شود", "", { day: "2027-05-22" }],
      ],
      { merged: ["A1:D1", "C3:C4"] },
    );
    const { header, resolutions } = parsed(await textOf(bytes));
    expect(header).toMatchObject({ title: "شورایشهر", date: "2026-04-09" });
    expect(resolutions).toMatchObject([
      { parties: ["فرمانداراناستان"], deadline: { date: "2027-05-21" } },
      { parties: ["فرمانداراناستان"], deadline: { date: "2027-05-22" } },
    ]);
  });

  test("keeps a resolution that is longer than any cell of a list of people", async () => {
    const long = `مقرر گردید ${"راه باز شود ".repeat(600)}`;
    const { resolutions } = parsed(
      await textOf(await aWorkbook([heading, ["1", long, "فرمانداران استان", ""]])),
    );
    expect(resolutions[0]?.text.length).toBeGreaterThan(5000);
  });
});

describe("what is no document that can be read is told apart", () => {
  test.each([
    ["nothing", () => new Uint8Array(), "empty"],
    ["blank paragraphs", () => aDocument("<w:p/><w:p/>"), "empty"],
    ["a picture called .docx", () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), "picture"],
    ["a PDF", () => Buffer.from("%PDF-1.7"), "pdf"],
    ["a file with a password", () => anOleContainer(ENCRYPTED_STREAMS), "encrypted"],
    ["an old .doc", () => anOleContainer(["1Table", "WordDocument"]), "old-office"],
    ["an old .xls", () => anOleContainer(["Workbook"]), "old-office"],
    ["an old .doc cut off", () => anOleContainer(["WordDocument"]).slice(0, 700), "broken"],
    ["rich text", () => Buffer.from("{\\rtf1\\ansi }"), "old-office"],
    ["an OpenDocument file", () => zipped({ "content.xml": "<x/>" }), "other-office"],
    ["an archive of pictures", () => zipped({ "a.png": "x" }), "not-text"],
    ["half a document", async () => (await aDocument(paragraph("ا".repeat(900)))).subarray(0, 120), "broken"],
    ["broken XML", () => zipped({ "word/document.xml": "<w:document><w:body>" + "<".repeat(30) }), "broken"],
    [
      "a document cut off in the middle",
      () => zipped({ "word/document.xml": `<w:document ${W}><w:body>${paragraph("مصوبه ۱")}` }),
      "broken",
    ],
    ["nine megabytes", () => Buffer.alloc(9 * 1024 * 1024, 65), "too-large"],
    ["a text without end", () => Buffer.from("الف ".repeat(300_000)), "too-long"],
    [
      "a small file that unpacks to fifty megabytes",
      () => zipped({ "word/document.xml": " ".repeat(50 * 1024 * 1024) }),
      "too-large-inside",
    ],
  ])("%s", async (_, make, reason) => {
    expect(await readMinutesFile(await make())).toEqual({ ok: false, reason });
  });
});
