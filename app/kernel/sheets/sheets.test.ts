import { describe, expect, test } from "vitest";
import { Refusal } from "~/kernel/refusal";
import { aCsv, aWorkbook, zipped } from "../../../tests/factories/sheets";
import { anOleContainer, ENCRYPTED_STREAMS } from "../../../tests/factories/ole";
import { inspectSheet } from "./inspect-sheet.server";
import { MOST_ROWS, nothingFound, type SheetKind } from "./sheet";
import { sheetFile } from "./sheet-response.server";
import { sheetRows } from "./sheet-rows.server";

const known = (cell: string) => ["نام", "همراه", "name", "mobile"].includes(cell);

async function cellsOf(bytes: Uint8Array): Promise<string[][]> {
  const all: string[][] = [];
  for await (const rows of sheetRows(bytes)) all.push(...rows.map(({ cells }) => cells));
  return all;
}

const refusalOf = (bytes: Uint8Array) =>
  inspectSheet(bytes, known).then(
    () => "taken",
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  );

describe("a list in a file", () => {
  test("of CSV is read in UTF-8, in UTF-16 and in Windows-1256, with any usual delimiter", async () => {
    const rows = [
      ["نام", "همراه"],
      ["گلناز پژمان", "0911"],
    ];
    for (const encoding of ["utf-8", "utf-8-bom", "utf-16le", "windows-1256"] as const) {
      for (const delimiter of [",", ";", "\t"]) {
        const read = await cellsOf(aCsv(rows, { encoding, delimiter }));
        expect(read.map((cells) => cells.map((cell) => cell.replace(/^\uFEFF/, "")))).toEqual(
          encoding === "windows-1256"
            ? [
                ["نام", "همراه"],
                ["گلناز پژمان", "0911"],
              ]
            : rows,
        );
      }
    }
  });

  test("of CSV keeps quoted delimiters, marks and line ends inside a cell", async () => {
    const text = 'نام,نشانی\r\n"رضا ""کوچک""","خیابان، یک\r\nپلاک ۲"\r\n';
    expect(await cellsOf(Buffer.from(text))).toEqual([
      ["نام", "نشانی"],
      ['رضا "کوچک"', "خیابان، یک\r\nپلاک ۲"],
    ]);
  });

  test("of XLSX gives texts, numbers, days and the results of formulas; errors are left empty", async () => {
    const found = nothingFound();
    const bytes = await aWorkbook([
      ["نام", "همراه", "از", "جمع"],
      ["الف", { number: "9111234567" }, { day: "2026-10-01" }, { formula: "A1&B1", result: "نتیجه" }],
      ["ب", { number: "9.111234567E9" }, "", { error: "#REF!" }],
    ]);
    const rows: string[][] = [];
    for await (const some of sheetRows(bytes, found)) rows.push(...some.map(({ cells }) => cells));
    expect(rows.slice(1)).toEqual([
      ["الف", "9111234567", "2026-10-01", "نتیجه"],
      ["ب", "9111234567"],
    ]);
    expect(found).toMatchObject({ formulas: 1, errors: 1, merged: [] });
  });

  test("has its headers below a title, which may be merged", async () => {
    const bytes = await aWorkbook([["فهرست اعضا"], ["نام", "همراه"], ["الف", "1"]], { merged: ["A1:B1"] });
    expect(await inspectSheet(bytes, known)).toMatchObject({
      headerRow: 2,
      headers: ["نام", "همراه"],
      rows: 1,
      samples: [["الف", "1"]],
    });
  });

  test("merged down says its text for every row of the block that says something besides", async () => {
    const bytes = await aWorkbook(
      [
        ["نام", "همراه", "محل"],
        ["الف", "1", "جلین"],
        ["ب", "2", ""],
        ["", "", ""],
        ["پ", "3", "پنهان"],
        ["ت", "4", "گرگان"],
      ],
      { merged: ["C2:C5"] },
    );
    const rows = [];
    for await (const some of sheetRows(bytes)) rows.push(...some);
    expect(rows.slice(1)).toEqual([
      { number: 2, cells: ["الف", "1", "جلین"] },
      { number: 3, cells: ["ب", "2", "جلین"], fromAbove: [2] },
      { number: 5, cells: ["پ", "3", "جلین"], fromAbove: [2] },
      { number: 6, cells: ["ت", "4", "گرگان"] },
    ]);
    expect(await inspectSheet(bytes, known)).toMatchObject({ headerRow: 1, rows: 4 });
  });

  test("merged across says its text for its first column; over the whole width it is a heading and no row", async () => {
    const found = nothingFound();
    const bytes = await aWorkbook(
      [
        ["فهرست اعضا", "", ""],
        ["نام", "همراه", "محل"],
        ["روستای جلین", "", ""],
        ["الف", "1", ""],
        ["ب", "", ""],
      ],
      { merged: ["A1:C1", "A3:C3", "B4:C4", "A5:B5"] },
    );
    const rows = [];
    for await (const some of sheetRows(bytes, found)) rows.push(...some.map(({ cells }) => cells.join("|")));
    expect(rows).toEqual(["نام|همراه|محل", "الف|1", "ب"]);
    expect(found.headings).toEqual([1, 3]);
    expect(await inspectSheet(bytes, known)).toMatchObject({ headerRow: 2, rows: 2 });
  });

  test("has its headers in two rows: groups over their columns, and names merged down beside them", async () => {
    const bytes = await aWorkbook(
      [
        ["نام", "تماس", "", "نشانی"],
        ["", "همراه", "ثابت", ""],
        ["الف", "1", "2", "گرگان"],
      ],
      { merged: ["A1:A2", "B1:C1", "D1:D2"] },
    );
    expect(await inspectSheet(bytes, known)).toMatchObject({
      headerRow: 2,
      headers: ["نام", "همراه", "ثابت", "نشانی"],
      rows: 1,
    });
  });

  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(100, 7)]);
  const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(200, 1)]);
  const heads = [["نام", "همراه"]];
  test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ["an empty file", () => Buffer.alloc(0), "sheet.empty"],
    ["a picture called .xlsx", () => jpeg, "sheet.not-a-sheet"],
    ["a PDF", () => Buffer.from("%PDF-1.7 …"), "sheet.not-a-sheet"],
    ["a workbook behind a password", () => anOleContainer(ENCRYPTED_STREAMS), "sheet.encrypted"],
    [
      "a long one, with its directory behind the content",
      () => anOleContainer(ENCRYPTED_STREAMS, { late: 9_000 }),
      "sheet.encrypted",
    ],
    ["an old .xls", () => anOleContainer(["Workbook", "\u0005SummaryInformation"]), "sheet.old-xls"],
    ["an old .xls of the nineties", () => anOleContainer(["Book"]), "sheet.old-xls"],
    ["an old .doc", () => anOleContainer(["1Table", "WordDocument"]), "sheet.old-office"],
    [
      "an old .xls that speaks of encrypted packages",
      () => Buffer.concat([anOleContainer(["Workbook"]), Buffer.from("EncryptedPackage", "utf16le")]),
      "sheet.old-xls",
    ],
    ["a container cut off", () => anOleContainer(["Workbook"]).slice(0, 700), "sheet.broken"],
    ["the beginning of a container and noise", () => ole, "sheet.broken"],
    ["17 MB", () => Buffer.alloc(17 * 1024 * 1024, 65), "sheet.too-large?mb=16"],
    ["an archive that is no workbook", () => zipped({ "word/document.xml": "<w/>" }), "sheet.not-a-sheet"],
    [
      "half a workbook",
      async () => (await aWorkbook([...heads, ["الف", "1"]])).subarray(0, 700),
      "sheet.broken",
    ],
    [
      "more than two hundred columns",
      () => aCsv([Array.from({ length: 201 }, (_, i) => `س${i}`)]),
      "sheet.columns?most=200",
    ],
    ["headers and nothing below", () => aCsv(heads), "sheet.no-rows"],
    [
      "a heading merged down into the list",
      () => aWorkbook([...heads, ["", "1"], ["", "2"], ["", "3"]], { merged: ["A1:A4"] }),
      "sheet.merged?range=A1%3AA4",
    ],
    [
      "too many rows",
      () => aCsv([...heads, ...Array.from({ length: MOST_ROWS + 1 }, () => ["الف", "1"])]),
      `sheet.rows?most=${MOST_ROWS}`,
    ],
    [
      "two encodings in one file",
      () => Buffer.concat([Buffer.from("نام,همراه\nناهید سعیدی,1\n"), Buffer.from([0xe4, 0xc7, 0xe3, 10])]),
      "sheet.mixed-encoding",
    ],
    [
      "one line of UTF-8 among many of Windows-1256",
      () =>
        Buffer.concat([
          aCsv([...heads, ...Array.from({ length: 50 }, () => ["گلناز پژمان", "1"])], {
            encoding: "windows-1256",
          }),
          Buffer.from("مریم,2\r\n"),
        ]),
      "sheet.mixed-encoding",
    ],
    [
      "a mark of UTF-8 before Windows-1256",
      () => Buffer.concat([Buffer.from("\uFEFFname,mobile\n"), Buffer.from([0xe4, 0xc7, 0xe3, 10])]),
      "sheet.mixed-encoding",
    ],
    ["an open quotation mark", () => Buffer.from('نام,همراه\nالف,"1\nب,2\n'), "sheet.open-quote?row=2"],
  ])("of %s is refused with a sentence of its own", async (_, make, code) => {
    expect(await refusalOf(await make())).toBe(code);
  });

  test("whose part claims a gigabyte is not unpacked", async () => {
    const bomb = await zipped({ "xl/workbook.xml": "a".repeat(70 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await refusalOf(bomb)).toBe("sheet.too-large-inside");
  });

  test("keeps of a cell of a million characters what shows that it is too long", async () => {
    const cell = "ا".repeat(1_000_000);
    for (const bytes of [aCsv([...heads, [cell, "1"]]), await aWorkbook([...heads, [cell, "1"]])]) {
      const [, row] = await cellsOf(bytes);
      expect(row?.[0]?.length).toBe(3001);
      expect(row?.[1]).toBe("1");
    }
  });
});

describe("a list written into a file", () => {
  const write = async (kind: SheetKind, rows: string[][]) => {
    const pieces: Buffer[] = [];
    const sheet = {
      title: "افراد",
      mark: ["خروجی ۱ · نرگس شکیبا"],
      headers: ["نام", "همراه"],
      widths: [20, 15],
      rows: (async function* () {
        yield await Promise.resolve(rows);
      })(),
      isRightToLeft: true,
    };
    for await (const piece of sheetFile(kind, sheet)) pieces.push(Buffer.from(piece as Buffer | string));
    return Buffer.concat(pieces);
  };

  test.each<SheetKind>(["xlsx", "csv"])("as %s is read again as it was, under its mark", async (kind) => {
    const rows = [
      ['رضا "کوچک", پسر', "09111234567"],
      ["نام <با> & نشان", ""],
    ];
    const bytes = await write(kind, rows);
    const [mark, heads, ...read] = await cellsOf(bytes);
    expect(mark?.[0]?.replace(/^\uFEFF/, "")).toBe("خروجی ۱ · نرگس شکیبا");
    expect(heads).toEqual(["نام", "همراه"]);
    expect(read.map((cells) => [cells[0], cells[1] ?? ""])).toEqual(rows);
  });

  test.each(["=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(A1)", "\t=1", "＝1+1", " =1"])(
    "never runs %j",
    async (text) => {
      const csv = (await write("csv", [[text, "1"]])).toString("utf8").split("\r\n")[2];
      expect(csv?.replace(/^"/, "")).toMatch(/^'/);
      const [, , row] = await cellsOf(await write("xlsx", [[text, "1"]]));
      expect(row?.[0]).toBe(text);
    },
  );
});
