import { expect, test } from "vitest";
import { sheetRows } from "./sheet-rows.server";

async function cellsOf(text: string | Uint8Array): Promise<string[][]> {
  const all: string[][] = [];
  for await (const rows of sheetRows(Buffer.from(text))) all.push(...rows.map(({ cells }) => cells));
  return all.slice(1);
}
const card = (...lines: string[]) => ["BEGIN:VCARD", ...lines, "END:VCARD", ""].join("\r\n");

test("the old form of a phone is read with its quoted letters, however its lines are broken", async () => {
  const old = card(
    "VERSION:2.1",
    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D8=A7=D8=AD=D9=85=D8=AF=DB=8C;=",
    "=D8=B1=D8=B6=D8=A7;;;",
    "TEL;HOME:01732223344",
    "TEL;CELL;PREF:0911-555-1001",
    "TEL;FAX:01732220000",
    "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQ==",
    " AAAA",
    "",
  );
  expect(await cellsOf(old)).toEqual([["رضا احمدی", "0911-555-1001", "01732223344", "", "", ""]]);
});

test("the newer forms are read with folded lines, escaped marks, groups and numbers as links", async () => {
  const three = card(
    "VERSION:3.0",
    "FN:مریم کر",
    " یمی",
    "N:کریمی;مریم;;;",
    "item1.TEL;type=CELL;type=VOICE;type=pref:+98 912 555 1002",
    "item1.X-ABLabel:شماره",
    "ADR;type=HOME:;;خیابان یک\\, پلاک ۲;گرگان;;;",
    "ORG:اداره\\; کل;بخش",
    "TITLE:کارشناس",
    "NOTE:خط یک\\nخط دو",
  );
  const four = card(
    "VERSION:4.0",
    'TEL;VALUE=uri;TYPE="cell,voice":tel:+989135551003;ext=5',
    "FN:گلناز پژمان",
  );
  expect(await cellsOf(`\uFEFF${three}${four}`)).toEqual([
    ["مریم کریمی", "+98 912 555 1002", "", "گرگان", "اداره; کل، بخش، کارشناس", "خط یک\nخط دو"],
    ["گلناز پژمان", "+989135551003", "", "", "", ""],
  ]);
});

test("a card within a card is nobody, a card in a file of two bytes a letter is read, half a card is refused", async () => {
  const nested = card("VERSION:2.1", "FN:رضا", "AGENT:", "BEGIN:VCARD", "FN:منشی", "END:VCARD", "TEL:0911");
  expect(await cellsOf(nested)).toEqual([["رضا", "0911", "", "", "", ""]]);
  expect(await cellsOf(Buffer.from(`\uFEFF${card("FN:رضا")}`, "utf16le"))).toEqual([
    ["رضا", "", "", "", "", ""],
  ]);
  await expect(cellsOf("BEGIN:VCARD\r\nFN:رضا\r\n")).rejects.toMatchObject({ code: "sheet.half-card" });
});

test("a card with a line of a million letters is read without them", async () => {
  const long = card("FN:رضا", `NOTE:${"ا".repeat(1_000_000)}`);
  const [[, , , , , note = ""] = []] = await cellsOf(long);
  expect(note.length).toBe(3001);
});
