import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ownerRows } from "../../setup/owner";
import { GOLESTAN, GORGAN, type Country } from "../country";

/** A folder with documents as they were given; without it the steps say that they did not run. */
const folder = process.env.SEEDS_DIR;
const isThere = folder !== undefined && existsSync(folder);
export const ORIGINALS = ["000", "002"].map((name) => ({ name, isGiven: isThere }));

async function documentOf(number: string) {
  const name = (await readdir(folder ?? "")).find((each) => each.startsWith(number)) ?? "";
  return { name, bytes: await readFile(path.join(folder ?? "", name)) };
}

const countOf = async (sql: string, ...values: unknown[]) =>
  (await ownerRows<{ n: number }>(`select count(*)::int as n from ${sql}`, values))[0]?.n ?? 0;
const OWED =
  "obligation b join resolution_party p on p.id = b.resolution_party_id join resolution r on r.id = p.resolution_id";
const executivesOf = (place: number) =>
  countOf(
    "office o join organisation g on g.id = o.organisation_id where o.division_id = $1 and g.kind = 'executive'",
    place,
  );
const minutesOf = (place: number) => countOf("minutes where division_id = $1", place);
const lastPart = (page: Page) => new URL(page.url()).pathname.split("/").at(-1) ?? "";

/** The line of one resolution on the review. */
const lineOf = (page: Page, number: string) =>
  page.locator("section[aria-labelledby=results] > ol > li").filter({
    has: page.getByRole("link", { name: `ویرایش مصوبه ${number}`, exact: true }),
  });
/** The numbers of the lines that say something. */
const numbersWith = (page: Page, words: string | RegExp) =>
  page
    .locator("section[aria-labelledby=results] > ol > li")
    .filter({ hasText: words })
    .evaluateAll((lines) => lines.map((line) => line.firstElementChild?.textContent ?? ""));

async function reviewOf(page: Page, place: number, bring: (page: Page) => Promise<void>): Promise<string> {
  await page.goto(`/${place}/minutes/new`);
  await bring(page);
  await page.getByRole("button", { name: "خواندن متن" }).click();
  await page.getByRole("heading", { name: "بازبینی صورت‌جلسه پیش از ثبت" }).waitFor();
  return lastPart(page);
}

/** A provincial council's own minutes and the report of a county council's meeting, from the paper to the ledger; `issued` is filled as by the ten. */
export function importOfOriginals(country: () => Country, issued: Map<string, string>) {
  test.skipIf(!isThere)(
    "a provincial council's own minutes show what is in them, and keep nothing",
    async () => {
      const page = await country().as("golestan-expert");
      const before = await minutesOf(GOLESTAN);
      const { name, bytes } = await documentOf("000");
      await reviewOf(page, GOLESTAN, (at) =>
        at.getByLabel("یا پرونده صورت‌جلسه").setInputFiles({ name, mimeType: "text/plain", buffer: bytes }),
      );
      await page.getByText("۱۶ از ۱۶ مصوبه").waitFor();
      await page.getByText("با شمار خود سند می‌خواند").waitFor();
      expect(await numbersWith(page, "دنباله پس از شکست صفحه")).toEqual(["۱۲"]);
      expect(await numbersWith(page, "۳ زیربند")).toEqual(["۱۴", "۱۵"]);
      expect(await numbersWith(page, /زیربند/)).toEqual(["۱۴", "۱۵"]);
      // «ماده ۱۱ قانون» of the first and «بندهای ذیل» of the fourteenth refer to nothing here.
      expect(await numbersWith(page, "ناظر به مصوبه")).toEqual(["۸", "۱۰"]);
      await lineOf(page, "۸").getByText("ناظر به مصوبه ۲", { exact: true }).waitFor();
      await lineOf(page, "۱۰").getByText("ناظر به مصوبه ۱۱ · ۱۲ · ۱۳ · ۱۴ · ۱۵ · ۱۶").waitFor();
      expect(await numbersWith(page, "ولی ستون دستگاه نه")).toContain("۱۰");
      await lineOf(page, "۱۰")
        .getByText(/متن از «فرمانداران استان» هم نام می‌برد/)
        .waitFor();
      await page.getByText("۶ دستگاه و گروه، املاها یکی شد").waitFor();
      await page.getByText(/^۶ زیربند/).waitFor();
      // Who was there is folded away until somebody looks.
      const present = page.getByText("دکتر عرب اسدی").first();
      await page.locator("details", { has: present }).locator("summary").first().click();
      await present.waitFor();
      await page.getByText(/مشروح مذاکرات ۱۴ بند/).waitFor();
      expect(await page.getByRole("button", { name: /^ثبت و ابلاغ/ }).isDisabled()).toBe(true);
      // Hovering a party marks the very words it was read from.
      await lineOf(page, "۷")
        .getByText(/شورای نگهبان/)
        .last()
        .hover();
      await page.locator("[data-shown]", { hasText: "شورای نگهبان" }).first().waitFor();
      expect(await minutesOf(GOLESTAN)).toBe(before);
    },
  );

  test.skipIf(!isThere)(
    "with one deadline for all of them each body owes what was counted by hand",
    async () => {
      const page = await country().as("golestan-expert");
      await page.getByRole("link", { name: "ویرایش مصوبه ۱", exact: true }).click();
      const form = page.locator("#open form");
      await form.getByRole("radio", { name: "نسبی" }).check();
      await form.getByLabel("چند روز").fill("۹۰");
      await form.getByLabel("همین مهلت برای").selectOption({ label: "همه مصوبه‌ها (۱۵)" });
      await form.getByRole("button", { name: "ذخیره", exact: true }).click();
      await page.getByText("همه چیز برای ابلاغ آماده است.").waitFor();
      await page.getByRole("button", { name: "ثبت و ابلاغ ۱۶ مصوبه" }).click();
      await page.getByText("۱۶ مصوبه ابلاغ شد.").waitFor();
      const minutes = lastPart(page);
      issued.set("000", minutes);
      const owed = (where: string) => countOf(`${OWED} where r.minutes_id = $1 and ${where}`, minutes);
      expect(await owed("p.group_code = 'governors'")).toBe(9 * 14);
      expect(await owed("p.group_code = 'all-executive-bodies'")).toBe(11 * (await executivesOf(GOLESTAN)));
      expect(await owed("p.kind = 'office'")).toBe(4);
      expect(
        await countOf(
          "resolution_party p join resolution r on r.id = p.resolution_id where r.minutes_id = $1 and p.kind = 'vague' and p.named_at is null",
          minutes,
        ),
      ).toBe(1);
      await page.getByText("دکتر عرب اسدی").waitFor();
    },
  );

  test.skipIf(!isThere)("the report of a county council's meeting becomes its eight decisions", async () => {
    const page = await country().as("gorgan");
    const { bytes } = await documentOf("002");
    await reviewOf(page, GORGAN, (at) =>
      at.getByRole("textbox", { name: "متن صورت‌جلسه" }).fill(bytes.toString()),
    );
    const lines = page.locator("section[aria-labelledby=results] > ol > li");
    expect(await lines.count()).toBe(8);
    expect(await numbersWith(page, "حدس، نگاه کنید")).toHaveLength(8);
    await lineOf(page, "۱")
      .getByText(/^مقرر شد برنامه دوره های آموزشی/)
      .waitFor();
    await lineOf(page, "۲")
      .getByText(/^به منظور افزایش مشارکت/)
      .waitFor();
    await lineOf(page, "۷")
      .getByText(/^صدور حکم عضویت/)
      .waitFor();
    await lineOf(page, "۸")
      .getByText(/^مقرر شد صفحه مربوط به ادارات/)
      .waitFor();
    await page.getByText("فرمانداری", { exact: true }).first().waitFor();
    expect(await page.getByText("اثر گذاری فعالیت روابط عمومی ها", { exact: false }).count()).toBeLessThan(2);
  });

  test.skipIf(!isThere)(
    "and with its day, who answers and until when, the county's bodies owe them",
    async () => {
      const page = await country().as("gorgan");
      await page.getByRole("link", { name: "ویرایش سر سند" }).click();
      await page.getByLabel("تاریخ جلسه").fill("۱۴۰۵/۰۹/۲۰");
      await page.locator("#open").getByRole("button", { name: "ذخیره", exact: true }).click();
      await page.locator("#open").waitFor({ state: "detached" });
      const remaining = page.locator("p", { hasText: "برای ابلاغ مانده:" });
      const ready = page.getByText("همه چیز برای ابلاغ آماده است.");
      const opened = page.locator("#open input[name=resolution]");
      await page.getByRole("link", { name: "ویرایش مصوبه ۱", exact: true }).click();
      for (let turn = 0; turn < 8; turn += 1) {
        const id = await opened.inputValue();
        const form = page.locator("#open form");
        for (const box of await form.locator("input[name=keep]").all()) await box.uncheck();
        await form.locator('select[name="add[0]"]').selectOption("group:all-executive-bodies");
        if ((await form.locator("input[name=kind]:checked").count()) === 0) {
          await form.getByRole("radio", { name: "نسبی" }).check();
          await form.getByLabel("چند روز").fill("۹۰");
        }
        await form.getByRole("button", { name: "ذخیره و بعدی" }).click();
        await page.locator(`#open input[name=resolution][value="${id}"]`).waitFor({ state: "detached" });
        if ((await opened.count()) === 0) {
          if (await ready.isVisible()) break;
          await remaining.getByRole("link").first().click();
        }
      }
      await page.getByRole("button", { name: "ثبت و ابلاغ ۸ مصوبه" }).click();
      await page.getByText("۸ مصوبه ابلاغ شد.").waitFor();
      issued.set("002", lastPart(page));
      const owed = await countOf(
        `${OWED} where r.minutes_id = $1 and b.division_id = $2`,
        lastPart(page),
        GORGAN,
      );
      expect(owed).toBe(8 * (await executivesOf(GORGAN)));
    },
  );
}
