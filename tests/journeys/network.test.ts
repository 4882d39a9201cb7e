import { describe, expect, test } from "vitest";
import { ownerRows } from "../setup/owner";
import { DESK, goTo, PHONE } from "./country";
import { stepsThroughCountry } from "./steps";

const country = stepsThroughCountry();

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

const LEAVER = "بهروز کاظمی";
const SUCCESSOR = "پریسا دانشور";

/** Whose calls are in the hands of somebody of Gorgan, by name. */
const callsOf = (holder: string) =>
  ownerRows<{ name: string }>(
    `select p.full_name as name from call_assignment c
     join person p on p.division_id = c.division_id and p.id = c.person_id
     where c.division_id = 28005 and c.assignee_account in
       (select account_id from appointment where division_id = 28005 and holder_name = $1) order by p.id`,
    [holder],
  );

describe("a network that stays alive", () => {
  test("the key that opens the search opens it, pressed before the page's script has come", async () => {
    const page = await country().as("gorgan");
    let come = () => {};
    const coming = new Promise<void>((resolve) => (come = resolve));
    await page.route("**/assets/entry.client-*.js", async (route) => {
      await coming;
      await route.continue();
    });
    await page.goto("/28005/network", { waitUntil: "commit" });
    await page.getByRole("heading", { name: "شبکه", level: 1 }).waitFor();
    await page.keyboard.press("Control+k");
    expect(await page.getByRole("dialog").count()).toBe(0);
    come();
    await page.getByRole("dialog", { name: "جست‌وجو" }).waitFor();
    await page.unroute("**/assets/entry.client-*.js");
    await page.keyboard.press("Escape");
  });

  test("she brings in her phone book, and gets back the row that nobody can be made of", async () => {
    const page = await country().as("gorgan");
    await page.goto("/28005/network/import");
    await page.getByLabel("پرونده فهرست").setInputFiles({
      name: "دفترچه تلفن.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(PHONE_BOOK),
    });
    await page.getByRole("button", { name: "خواندن پرونده" }).click();
    await page.getByLabel("عضو: پذیرفته است و در شبکه است").check();
    await page.getByRole("button", { name: "دیدن پیش‌نمایش" }).click();
    await page.getByText("صفر آغاز شماره افتاده بود و افزوده شد").first().waitFor();
    await page.getByRole("button", { name: /ثبت ۳ نفر تازه/ }).click();
    // The worker brings them in; the page looks again by itself.
    await page.getByRole("link", { name: "گرفتن سطرهای پذیرفته‌نشده" }).waitFor({ timeout: 30_000 });
    expect(await inGorgan("بهروز گلستانی")).toEqual([{ mobile: "+989115550101", state: "active" }]);
    expect(await inGorgan("مهری سرابی")).toEqual([{ mobile: "+989115550102", state: "active" }]);
  });

  test("the one who came twice waits among the duplicates, becomes one, and two again when she changes her mind", async () => {
    const page = await country().as("gorgan");
    const row = page
      .getByRole("listitem")
      .filter({ hasText: "گلستانی بهروز", has: page.getByRole("link", { name: "مقایسه" }) });
    // The worker compares whoever a list brought in after everything else.
    const shown = async () => {
      await page.goto("/28005/network/duplicates");
      return row.count();
    };
    const merge = async () => {
      await expect.poll(shown, { timeout: 60_000 }).toBe(1);
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
    await merge();
    await expect.poll(two).toHaveLength(1);
  });

  test("who waits longest for a talk is called with one thumb, and waits no more", async () => {
    const page = await country().as("gorgan");
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

  test("on the waiting list she gives two calls to her colleague, who is about to go", async () => {
    const page = await country().as("gorgan");
    await page.setViewportSize(PHONE);
    await page.goto("/28005/network/waiting");
    for (const at of [0, 1]) await page.locator("main input[name=personIds]").nth(at).check();
    await page.getByLabel("به چه کسی؟").selectOption({ label: LEAVER });
    await page.getByRole("button", { name: "سپردن تماس علامت‌خورده‌ها" }).click();
    await page.getByText("تماس ۲ نفر سپرده شد.").waitFor();
    expect((await callsOf(LEAVER)).length).toBeGreaterThanOrEqual(2);
    await page.setViewportSize(DESK);
  });

  test("he signs the inventory, goes, and his successor signs the receipt: every open item is hers, and he reads nothing", async () => {
    const left = await callsOf(LEAVER);
    const leaver = await country().as("gorgan-expert");
    await leaver.goto("/28005");
    await leaver.getByRole("link", { name: "دیدن و امضا" }).first().click();
    await leaver.getByText("شمارهای امروز").waitFor();
    const inventory = leaver.url();
    await leaver.getByRole("button", { name: "امضای تحویل" }).click();
    await leaver.getByText(/شمارها در روز امضا/).waitFor();

    const above = await country().as("golestan");
    const appointment = /posts\/28005\/([0-9a-f-]{36})/.exec(inventory)?.[1] ?? "";
    await above.goto(`/28000/posts/28005/${appointment}/end`);
    await above.getByLabel("دلیل").fill("پایان مأموریت");
    await above.getByRole("button", { name: "ثبت پایان" }).click();
    await above.waitForURL(/\/posts\/28005\?/);
    const [post] = await ownerRows<{ id: string }>("select post_id as id from appointment where id = $1", [
      appointment,
    ]);
    await above.goto(`/28000/posts/28005/${post?.id ?? ""}/appoint`);
    await above.getByLabel("نام و نام خانوادگی").fill(SUCCESSOR);
    await above.getByLabel("شماره همراه").fill("09115550199");
    await above.getByLabel("شماره حکم").fill("۹۱۲/۱۴۰۵");
    await above.getByRole("button", { name: "ثبت انتصاب" }).click();
    const link = await above.getByLabel("پیوند گذرواژه").inputValue();

    const successor = await country().stranger();
    await successor.goto(new URL(link).pathname);
    await successor.getByLabel("گذرواژه تازه").fill("چهار چنار کنار جوی");
    await successor.getByLabel("دوباره همان گذرواژه").fill("چهار چنار کنار جوی");
    await successor.getByRole("button", { name: "ثبت و ورود" }).click();
    await successor.waitForURL(/\/28005$/);
    await successor.getByText(/رسید تحویل کار از .*بهروز کاظمی/).waitFor();
    await successor.getByRole("link", { name: "دیدن و امضا" }).first().click();
    await successor.getByRole("button", { name: "امضای رسید" }).click();
    await successor.getByText("تا آخرین روز").waitFor();

    expect(await callsOf(SUCCESSOR)).toEqual(left);
    expect(await callsOf(LEAVER)).toEqual([]);
    await successor.goto("/28005/network/calls?mine");
    const asked = await successor.getByRole("main").innerText();
    expect(left.filter(({ name }) => asked.includes(name))).toHaveLength(1);
    for (const address of ["/28005", "/28005/network", inventory]) {
      expect((await leaver.goto(address))?.status(), address).toBe(404);
    }
  });
});
