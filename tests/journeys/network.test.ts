import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ownerRows } from "../setup/owner";
import { DESK, goTo, openCountry, PHONE, type Country } from "./country";

let country: Country;
beforeAll(async () => {
  country = await openCountry();
});
afterAll(() => country?.close());

let broken = false;
beforeEach(({ skip, onTestFailed }) => {
  skip(broken, "an earlier step failed");
  onTestFailed(() => {
    broken = true;
  });
});

/** A phone book as it comes: one number without its zero, one row without a name, one person twice. */
const PHONE_BOOK = [
  "نام و نام خانوادگی,شماره همراه,محل",
  "بهروز گلستانی,09115550101,زیارت",
  "گلستانی بهروز,,زیارت",
  "مهری سرابی,9115550102,سرخنکلاته",
  ",09115550103,جلین",
].join("\n");

const inGorgan = (name: string) =>
  ownerRows<{ mobile: string | null; state: string }>(
    "select mobile, state from person where division_id = 28005 and full_name = $1",
    [name],
  );

describe("a network that stays alive", () => {
  test("she brings in her phone book, and gets back the row that nobody can be made of", async () => {
    const page = await country.as("gorgan");
    await page.goto("/28005/network/import");
    await page.getByLabel("پرونده فهرست").setInputFiles({
      name: "دفترچه تلفن.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(PHONE_BOOK),
    });
    await page.getByRole("button", { name: "خواندن پرونده" }).click();
    await page.getByRole("button", { name: "دیدن پیش‌نمایش" }).click();
    await page.getByText("صفر آغاز شماره افتاده بود و افزوده شد").first().waitFor();
    await page.getByRole("button", { name: /ثبت ۳ نفر در شبکه/ }).click();
    // The worker brings them in; the page looks again by itself.
    await page.getByRole("link", { name: "گرفتن سطرهای پذیرفته‌نشده" }).waitFor({ timeout: 30_000 });
    expect(await inGorgan("بهروز گلستانی")).toEqual([{ mobile: "+989115550101", state: "active" }]);
    expect(await inGorgan("مهری سرابی")).toEqual([{ mobile: "+989115550102", state: "active" }]);
  });

  test("the one who came twice waits among the duplicates, becomes one, and two again when she changes her mind", async () => {
    const page = await country.as("gorgan");
    await page.goto("/28005/network/duplicates");
    const row = page
      .getByRole("listitem")
      .filter({ hasText: "گلستانی بهروز", has: page.getByRole("link", { name: "مقایسه" }) });
    const merge = async () => {
      await row.getByRole("link", { name: "مقایسه" }).click();
      await page.getByRole("button", { name: "یکی کردن" }).click();
      await page.waitForURL((url) => url.pathname.endsWith("/duplicates"));
    };
    await merge();
    const two = async () => [...(await inGorgan("بهروز گلستانی")), ...(await inGorgan("گلستانی بهروز"))];
    await expect.poll(two).toHaveLength(1);
    await page.goto("/28005/network/duplicates");
    await page.getByRole("button", { name: "جدا کردن دوباره" }).first().click();
    await expect.poll(two).toHaveLength(2);
    await page.goto("/28005/network/duplicates");
    await merge();
    await expect.poll(two).toHaveLength(1);
  });

  test("who waits longest for a talk is called with one thumb, and waits no more", async () => {
    const page = await country.as("gorgan");
    await page.setViewportSize(PHONE);
    await goTo(page, "شبکه");
    await page.goto("/28005/network/waiting");
    const first = page.locator("main a[href$='/contact']").first();
    const address = (await first.getAttribute("href")) ?? "";
    const personId = /people\/([0-9a-f-]{36})/.exec(address)?.[1] ?? "";
    const waits = () => page.locator(`main a[href*='${personId}']`).count();
    expect(await waits()).toBeGreaterThan(0);
    await first.click();
    await page.getByRole("button", { name: "پاسخ داد" }).click();
    await page.getByText(/تماس با .+ ثبت شد/).waitFor();
    await page.goto("/28005/network/waiting");
    expect(await waits()).toBe(0);
    await page.setViewportSize(DESK);
  });
});
