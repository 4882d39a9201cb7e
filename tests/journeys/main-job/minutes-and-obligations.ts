import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ownerRows } from "../../setup/owner";
import { GOLESTAN, GORGAN, PHONE, goTo, isTold, type Country } from "../country";

const SAMPLE = new URL("../../../prisma/seed/data/sample-minutes.txt", import.meta.url);
/** Words of resolution 4, which goes to the governors alone. */
const WINTER_STAFF = "با همراهی دهیاران";
const DONE_BY_OFFICE = "نُه روستای پرخطر بازدید شد و راهدارخانه زیارت شبانه‌روزی شد.";
const WHY_DONE = "ستاد برپا شد؛ سپرده دیگر، نوبت دوم بازدید است و در زمان خود می‌آید.";

/** The council's minutes under another invitation: those of the sample already wait for their review. */
function councilMinutes(): string {
  const text = readFileSync(SAMPLE, "utf8");
  expect(text).toContain("۲۱۴۳۶");
  return text.replace("۲۱۴۳۶", "۲۱۴۳۷");
}

/** What the worker tells the issuer; nothing of the sample was told to anybody. */
const REPORTED = /^انجام تعهدی از .* اعلام شد و راستی‌آزمایی شما را می‌خواهد\.$/;

type Owed = { number: number; place: number; body: string; office: string };

/** Every obligation of the minutes, from the rows themselves. */
const owedBecauseOf = (minutes: string) =>
  ownerRows<Owed>(
    `select r.number, b.division_id as place, g.kind as body, b.office_id as office
     from obligation b join resolution r on r.id = b.source_id
       join office o on o.id = b.office_id join organisation g on g.id = o.organisation_id
     where r.minutes_id = $1 and b.parent_id is null`,
    [minutes],
  );

/** Lines of the minutes that name a vague group and wait for a person. */
const UNNAMED =
  "resolution_party p join resolution r on r.id = p.resolution_id " +
  "where r.minutes_id = $1 and p.kind = 'vague' and p.named_at is null";

const countOf = async (sql: string, values: unknown[] = []) =>
  (await ownerRows<{ n: number }>(`select count(*)::int as n from ${sql}`, values))[0]?.n ?? 0;

async function stateOf(id: string) {
  const [row] = await ownerRows<{ state: string }>("select state from obligation where id = $1", [id]);
  return row?.state;
}

const lastPart = (page: Page) => new URL(page.url()).pathname.split("/").at(-1) ?? "";

/** 6b and 6c: minutes become obligations, and one of them goes down to an office and comes back verified. */
export function minutesAndObligations(country: () => Country) {
  let minutes = "";
  let parent = "";

  test("the province's expert pastes the council's minutes and all 16 resolutions are found", async () => {
    const page = await country().as("golestan-expert");
    await page.goto(`/${GOLESTAN}/minutes/new`);
    await page.getByRole("textbox", { name: "متن صورت‌جلسه" }).fill(councilMinutes());
    await page.getByRole("button", { name: "خواندن متن" }).click();
    await page.getByRole("heading", { name: "بازبینی صورت‌جلسه پیش از ثبت" }).waitFor();
    await page.getByText("۱۶ از ۱۶ مصوبه").waitFor();
    await page.getByText("با شمار خود سند می‌خواند").waitFor();
    expect(await page.getByRole("button", { name: /^ثبت و ابلاغ/ }).isDisabled()).toBe(true);
  });

  test("one deadline goes to all of them, and with the issue each office owes its own", async () => {
    const page = await country().as("golestan-expert");
    await page.getByRole("link", { name: "ویرایش مصوبه ۱", exact: true }).click();
    const form = page.locator("#open");
    await form.getByRole("radio", { name: "نسبی" }).check();
    await form.getByLabel("چند روز").fill("۶۰");
    await form.getByLabel("همین مهلت برای").selectOption({ label: "همه مصوبه‌ها (۱۵)" });
    await form.getByRole("button", { name: "ذخیره", exact: true }).click();
    await page.getByText("همه چیز برای ابلاغ آماده است.").waitFor();
    await page.getByRole("button", { name: "ثبت و ابلاغ ۱۶ مصوبه" }).click();
    await page.getByText("۱۶ مصوبه ابلاغ شد.").waitFor();

    minutes = lastPart(page);
    const owed = await owedBecauseOf(minutes);
    const governorates = owed.filter(({ place }) => place !== GOLESTAN);
    const single = owed.filter(({ place, number }) => place === GOLESTAN && [7, 8, 9].includes(number));
    const executive = owed.filter(({ place, number }) => place === GOLESTAN && ![7, 8, 9].includes(number));
    const executiveOffices = await countOf(
      "office o join organisation g on g.id = o.organisation_id where o.division_id = $1 and g.kind = 'executive'",
      [GOLESTAN],
    );
    expect(new Set(governorates.map(({ place }) => place)).size).toBe(14);
    expect(governorates.length).toBe(9 * 14);
    expect(executiveOffices).toBeGreaterThan(1);
    expect(executive.length).toBe(11 * executiveOffices);
    expect(new Set(executive.map(({ body }) => body))).toEqual(new Set(["executive"]));
    expect(single.length).toBe(4);
    expect(await countOf(UNNAMED, [minutes])).toBe(1);
    await isTold(await country().as("gorgan"), GORGAN, /^از .* ابلاغ شد و ۹ تعهد به اینجا رسید\.$/);
  });

  test("he names two offices for the line that named none, and they owe it from then on", async () => {
    const page = await country().as("golestan-expert");
    const before = (await owedBecauseOf(minutes)).length;
    await page.goto(`/${GOLESTAN}/minutes/${minutes}`);
    await page.getByText("دستگاه‌های این سطر را نام ببرید").first().click();
    const offices = page.getByRole("checkbox").filter({ visible: true });
    await offices.nth(0).check();
    await offices.nth(1).check();
    await page.getByRole("button", { name: "ثبت دستگاه‌ها و ابلاغ به آن‌ها" }).click();
    await expect.poll(() => countOf(UNNAMED, [minutes])).toBe(0);
    expect((await owedBecauseOf(minutes)).length).toBe(before + 2);
  });

  let child = "";
  let door = "";

  test("the county's assistant acknowledges what her governorate owes and passes it on to two offices", async () => {
    const page = await country().as("gorgan");
    await goTo(page, "تعهدها");
    await page.getByRole("link", { name: WINTER_STAFF }).first().click();
    await page.getByRole("button", { name: "اعلام وصول" }).click();
    await page.getByText("وصول شد").first().waitFor();
    parent = lastPart(page);
    await expect.poll(() => stateOf(parent)).toBe("acknowledged");

    await page.getByRole("link", { name: "سپردن به دستگاه‌های دیگر" }).click();
    const offices = page.getByRole("combobox", { name: /^دستگاه/ });
    const dates = page.getByRole("textbox", { name: /^مهلت این دستگاه/ });
    for (const [row, date] of ["۱۴۰۵/۱۰/۱۲", "۱۴۰۵/۱۰/۲۰"].entries()) {
      await offices.nth(row).selectOption({ index: row + 1 });
      await dates.nth(row).fill(date);
    }
    await page.getByRole("button", { name: "سپردن", exact: true }).click();
    await page.getByText("سپرده به این دستگاه‌ها").waitFor();
    const children = await ownerRows<{ id: string }>(
      "select id from obligation where parent_id = $1 order by due_on",
      [parent],
    );
    expect(children.length).toBe(2);
    child = children[0]?.id ?? "";
  });

  test("she makes a personal link for one of them", async () => {
    const page = await country().as("gorgan");
    await page.goto(`/${GORGAN}/obligations/${child}`);
    await page.getByRole("link", { name: "پیوند شخصی اداره" }).click();
    await page.getByRole("button", { name: "ساختن پیوند" }).click();
    door = new URL(await page.getByLabel("نشانی پیوند").inputValue()).pathname;
  });

  test("its officer reports it done from a phone, without an account", async () => {
    const phone = await country().stranger(PHONE);
    await phone.goto(door);
    await phone.getByRole("link", { name: WINTER_STAFF }).first().click();
    await phone.getByRole("button", { name: "اعلام وصول" }).click();
    await phone.getByRole("link", { name: "اعلام انجام" }).click();
    await phone.getByLabel("چه کرده‌اید؟").fill(DONE_BY_OFFICE);
    await phone.getByLabel("شماره نامه").fill("۲۰۶/۹۳/۲۲۷۱");
    await phone.getByRole("button", { name: "اعلام انجام" }).click();
    await phone.getByText("اعلام انجام، در انتظار راستی‌آزمایی").first().waitFor();
    await phone.getByText(DONE_BY_OFFICE).waitFor();
    await expect.poll(() => stateOf(child)).toBe("reported-done");
    expect(await phone.getByRole("button", { name: /^راستی‌آزمایی/ }).count()).toBe(0);
  });

  test("she verifies it, and reports the governorate's own only with a word about what is open", async () => {
    const page = await country().as("gorgan");
    await isTold(page, GORGAN, REPORTED);
    await page.goto(`/${GORGAN}/obligations/${child}`);
    await page.getByText(DONE_BY_OFFICE).waitFor();
    await page.getByRole("button", { name: /^راستی‌آزمایی/ }).click();
    await page.getByText("راستی‌آزمایی شد").first().waitFor();
    await expect.poll(() => stateOf(child)).toBe("verified");

    await page.goto(`/${GORGAN}/obligations/${parent}?step=report-done`);
    await page.getByLabel("چه کرده‌اید؟").fill("ستاد زمستانی شهرستان برپا شد.");
    await page.getByRole("button", { name: "اعلام انجام" }).click();
    await page
      .getByText(/۱ سپرده هنوز باز است/)
      .first()
      .waitFor();
    await expect.poll(() => stateOf(parent)).toBe("in-progress");
    await page.getByLabel("چرا با وجود سپرده‌های باز، انجام شده است؟").fill(WHY_DONE);
    await page.getByRole("button", { name: "اعلام انجام" }).click();
    await page.getByText("اعلام انجام، در انتظار راستی‌آزمایی").first().waitFor();
    expect(await page.getByRole("button", { name: /^راستی‌آزمایی/ }).count()).toBe(0);
  });

  test("the province's expert, who asked for it, verifies it", async () => {
    const page = await country().as("golestan-expert");
    await isTold(page, GOLESTAN, REPORTED);
    await page.goto(`/${GOLESTAN}/obligations/${parent}`);
    await page.getByText(WHY_DONE).first().waitFor();
    await page.getByRole("button", { name: /^راستی‌آزمایی/ }).click();
    await expect.poll(() => stateOf(parent)).toBe("verified");
    await isTold(await country().as("gorgan"), GORGAN, /^انجام تعهدی از .* تأیید شد\.$/);
  });
}
