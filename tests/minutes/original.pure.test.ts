import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parseMinutes } from "~/areas/meetings/minutes/import/parse";
import { partyDictionary } from "../../prisma/seed/party-dictionary";
import { readsProvincialCouncil } from "./provincial-council";

const folder = process.env.SEEDS_DIR;
const file = folder ? path.resolve(folder, "000_a4f632b7e79a0499.txt") : null;

describe("the original minutes", () => {
  if (!file || !existsSync(file)) {
    test.skip("not read: SEEDS_DIR names no folder with the original documents", () => {});
    return;
  }
  readsProvincialCouncil(readFileSync(file, "utf8"), {
    header: {
      title: "شورای اداری استان",
      date: "2023-06-11",
      start: "15:30",
      end: "18:00",
      place: "سالن اجتماعات شهید رجایی",
      invitationNumber: "1402/4/17279",
    },
    firstAgendaWord: "استماع",
    ownOfSeven: "شورای نگهبان",
    ownOfEight: "صدا و سیما",
  });
});

describe("the report of a county council's meeting", () => {
  const report = folder ? path.resolve(folder, "002_46674439557b3ce1.txt") : null;
  test.skipIf(!report || !existsSync(report))("its eight resolutions are found in its sentences", () => {
    const { header, resolutions } = parseMinutes(readFileSync(report ?? "", "utf8"), partyDictionary);
    expect(header.title?.value).toMatch(/^دومین جلسه مجمع عمومی/);
    expect(header.place?.value).toBe("فرمانداری");
    expect(resolutions.map(({ text }) => text.value.split(" ").slice(0, 3).join(" "))).toEqual([
      "مقرر شد برنامه",
      "به منظور افزایش",
      "ایجاد پایگاه اطلاع",
      "توجه ویژه به",
      "ارائه گزارش ماهیانه",
      "تشکیل یک بستر",
      "صدور حکم عضویت",
      "مقرر شد صفحه",
    ]);
    expect(resolutions[0]?.deadline).toMatchObject({ kind: "relative", nextSession: true });
    expect(resolutions[1]?.deadline).toMatchObject({ kind: "continuous", every: null });
    expect(resolutions[4]?.deadline).toMatchObject({
      kind: "continuous",
      every: { count: 1, period: "month" },
    });
    expect(resolutions.every(({ layout }) => layout === "guess")).toBe(true);
  });
});
