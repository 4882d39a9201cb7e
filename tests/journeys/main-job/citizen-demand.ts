import { expect, test } from "vitest";
import { ownerRows } from "../../setup/owner";
import { GORGAN, PHONE, goTo, isTold, type Country } from "../country";

const TITLE = "قطع شبانه آب در کوچه‌های بالای زیارت";
const CITIZEN = "گل‌بهار اونق";
const ANSWER = "شیر فشارشکن عوض شد و آب از ۲۸ آذر شب‌ها هم برقرار است.";

/** 6d: what a citizen asks, from its record to his own word about it. */
export function citizenDemand(country: () => Country) {
  let code = "";
  let demand = "";
  let door = "";

  test("she records a demand for a citizen and refers it to an office", async () => {
    const page = await country().as("gorgan");
    await goTo(page, "مطالبه‌ها");
    await page.getByRole("link", { name: "ثبت مطالبه" }).first().click();
    await page.getByRole("textbox", { name: "خلاصه" }).fill(TITLE);
    await page.getByLabel("زمینه").selectOption({ label: "آب و فاضلاب" });
    await page.getByLabel("روستا یا محله").fill("زیارت");
    await page.getByLabel("چگونه رسید").selectOption({ label: "مراجعه" });
    await page.getByRole("textbox", { name: "تاریخ دریافت" }).fill("۱۴۰۵/۰۹/۱۰");
    await page.getByLabel("نام شهروند").fill(CITIZEN);
    await page.getByLabel("شماره همراه").fill("۰۹۱۱ ۲۷۰ ۴۴ ۱۸");
    await page.getByLabel("سخن خود شهروند").fill("هر شب از ده تا شش صبح آب نداریم؛ مادرم بیمار است.");
    await page.getByRole("button", { name: "ثبت مطالبه" }).click();
    await page.getByText("مطالبه ثبت شد. کد پیگیری را به شهروند بدهید.").waitFor();

    await page.getByRole("combobox", { name: "اداره" }).fill("آب و فاضلاب");
    await page.getByRole("option").first().click();
    await page.getByLabel("توضیح برای اداره").fill("سه نوبت در ماه گذشته گزارش شده است.");
    await page.getByRole("button", { name: "ارجاع", exact: true }).click();
    await page.getByText("مطالبه ارجاع شد.").waitFor();

    const head = await page.getByText(/کد پیگیری:/).innerText();
    code = /[\d۰-۹][\d۰-۹\-–\s]{14,}[\d۰-۹]/.exec(head)?.[0] ?? "";
    expect(code).not.toBe("");
  });

  test("she makes a personal link for the office, which in her own browser only reads", async () => {
    const page = await country().as("gorgan");
    demand = page.url();
    await page.getByRole("link", { name: "پیوند شخصی اداره" }).click();
    await page.getByRole("button", { name: "ساختن پیوند" }).click();
    door = new URL(await page.getByLabel("نشانی پیوند").inputValue()).pathname;
    await page.goto(door);
    await page.getByText(/از این صفحه تنها می‌توان خواند/).waitFor();
    await page.getByRole("link", { name: TITLE }).click();
    await page.getByRole("heading", { name: TITLE }).waitFor();
    expect(await page.getByRole("button", { name: "فرستادن پاسخ" }).count()).toBe(0);
  });

  test("the office answers by its link, without an account, in words that the citizen can read", async () => {
    const phone = await country().stranger(PHONE);
    await phone.goto(door);
    await phone.getByRole("link", { name: TITLE }).click();
    await phone.getByText("سه نوبت در ماه گذشته گزارش شده است.").waitFor();
    expect(await phone.locator("body").innerText()).not.toContain(CITIZEN);
    await phone.getByRole("radio", { name: "انجام شد", exact: true }).check();
    await phone.getByLabel("پاسخ به زبان ساده").fill(ANSWER);
    await phone.getByRole("button", { name: "فرستادن پاسخ" }).click();
    await phone.getByText("پاسخ ثبت شد و از شهروند پرسیده می‌شود").waitFor();
    await isTold(
      await country().as("gorgan"),
      GORGAN,
      /به مطالبه‌ای پاسخ داد؛ اکنون از شهروند پرسیده می‌شود\.$/,
    );
  });

  test("the citizen finds the answer by the code alone, and says that it is solved", async () => {
    const phone = await country().stranger(PHONE);
    await phone.goto("/t");
    await phone.getByLabel("کد پیگیری").fill(code);
    await phone.getByRole("button", { name: "دیدن نتیجه" }).click();
    await phone.getByText(ANSWER).waitFor();
    await phone.getByText("آیا این مشکل به‌راستی حل شده است؟").waitFor();
    expect(await phone.locator("body").innerText()).not.toContain(CITIZEN);
    await phone.getByRole("button", { name: "بله، حل شد" }).click();
    await phone.getByText("پاسخ شما ثبت شد.").waitFor();

    const page = await country().as("gorgan");
    await isTold(page, GORGAN, /^شهروند گفت مطالبه‌ای که نزد .* بود حل شد\.$/);
    await page.goto(demand);
    await page.getByText("تأیید شهروند").first().waitFor();
    const [kept] = await ownerRows("select state from demand where title = $1", [TITLE]);
    expect(kept).toEqual({ state: "confirmed" });
  });
}
