import { expect, test } from "vitest";
import { addDays, isoDate, weekdayOf, type IsoDate } from "~/lib/jalali";
import { ownerRows } from "../setup/owner";
import { DESK, GORGAN, PHONE } from "./country";
import { stepsThroughCountry } from "./steps";

const country = stepsThroughCountry();
const base = `/${GORGAN}/visits`;
let visit = "";
let finding = "";

test("a rota is proposed for the next quarter, and nothing is planned by it", async () => {
  const page = await country().as("gorgan");
  await page.goto(`${base}/rota/new`);
  await page.getByLabel("شمار بازدیدها").fill("۳");
  await page.getByLabel("موضوع بازدید").fill("دیدن روستاهایی که کسی نرفته");
  await page.getByRole("checkbox", { name: "فرماندار" }).first().check();
  await page.getByRole("button", { name: "پیشنهاد بده" }).click();
  await page.getByRole("heading", { level: 1, name: "بهار ۱۴۰۶" }).waitFor();
  expect(await page.locator("tbody tr").count()).toBe(3);
  expect(await ownerRows("select 1 from visit where purpose = 'دیدن روستاهایی که کسی نرفته'")).toEqual([]);
});

test("confirmed by a person its turns are planned, and announced by another press", async () => {
  const page = await country().as("gorgan");
  await page.getByRole("button", { name: "تأیید نوبت‌ها" }).click();
  await page.getByRole("button", { name: "اعلام ۳ بازدید" }).click();
  await page.getByText("بازدیدها اعلام شد.").waitFor();
  const states = await ownerRows<{ state: string }>(
    "select state from visit where purpose = 'دیدن روستاهایی که کسی نرفته'",
  );
  expect(states.map(({ state }) => state)).toEqual(["announced", "announced", "announced"]);
});

test("a visit of today is made, and its report is written on a phone", async () => {
  const page = await country().as("gorgan");
  const [row] = await ownerRows<{ id: string }>(
    "select id from visit where division_id = $1 and state = 'announced' and planned_on = '2026-12-24'",
    [GORGAN],
  );
  visit = row?.id ?? "";
  await page.setViewportSize(PHONE);
  await page.goto(`${base}/${visit}`);
  await page.getByRole("button", { name: "بازدید انجام شد" }).click();
  await page.getByRole("link", { name: "نوشتن گزارش" }).click();
  await page.getByLabel("چه دیدید").fill("نوبت‌دهی میز خدمت خراب است");
  await page.getByRole("button", { name: "افزودن یافته" }).click();
  await page.getByText("نوبت‌دهی میز خدمت خراب است").waitFor();
  for (const [question, answer] of ["بله", "نه"].entries()) {
    const radio = page
      .getByRole("radiogroup")
      .nth(question)
      .getByRole("radio", { name: answer, exact: true });
    // A thumb brings it to the middle, between the bars at the head and at the foot.
    await radio.evaluate((tapped) => tapped.scrollIntoView({ block: "center" }));
    await radio.check();
  }
  await page.getByRole("textbox", { name: /جمع‌بندی/ }).fill("کار می‌کند، ولی نوبت‌دهی باید درست شود.");
  await page.getByRole("button", { name: "ذخیره سیاهه و جمع‌بندی" }).click();
  await page.getByText("ذخیره شد.").waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
});

test("the report is finished, and its finding becomes an obligation that names the visit", async () => {
  const page = await country().as("gorgan");
  await page.goto(`${base}/${visit}`);
  await page.getByRole("button", { name: "بستن گزارش" }).click();
  await page.getByText("گزارش بسته شد.").waitFor();
  const [row] = await ownerRows<{ id: string }>("select id from visit_finding where visit_id = $1", [visit]);
  finding = row?.id ?? "";
  const office = await ownerRows<{ id: string; name: string }>(
    "select id, name_fa as name from office where division_id = $1 and closed_on is null order by name_fa limit 1",
    [GORGAN],
  );
  await page.getByRole("link", { name: "تبدیل به تعهد" }).click();
  await page.getByRole("heading", { level: 1, name: "تعهد از یافته بازدید" }).waitFor();
  expect(await page.locator("textarea[name=text]").inputValue()).toBe("نوبت‌دهی میز خدمت خراب است");
  // As a phone without script sends it: the choice from a long list is a plain one.
  const answer = await page.evaluate(
    async ([to]) => {
      const form = document.querySelector<HTMLFormElement>("form#decision");
      const sent = new URLSearchParams();
      for (const [name, value] of new FormData(form ?? undefined))
        if (typeof value === "string" && !name.startsWith("to")) sent.append(name, value);
      sent.set("to[0]", `office:${to}`);
      sent.set("kind", "dated");
      sent.set("dueOn", "۱۴۰۵/۱۱/۰۱");
      const { url } = await fetch(location.href, { method: "POST", body: sent });
      return url;
    },
    [office[0]?.id ?? ""],
  );
  expect(answer).toContain(`/${GORGAN}/obligations/texts/${finding}`);
  await page.goto(`/${GORGAN}/obligations/texts/${finding}`);
  await page.getByRole("link", { name: "از بازدید" }).click();
  await page.waitForURL(new RegExp(`/visits/${visit}`));
  await page.getByText("۱ تعهد").first().waitFor();
  expect(await page.getByRole("link", { name: "تبدیل به تعهد" }).count()).toBe(0);
});

test("a planned visit is carried to another day of the calendar and back; of an announced one its form asks first", async () => {
  const page = await country().as("gorgan");
  await page.setViewportSize(DESK);
  const visitIn = async (state: string) => {
    const [row] = await ownerRows<{ id: string; day: string }>(
      `select id, planned_on::text as day from visit where division_id = $1 and state = $2
         and planned_on > '2026-12-26' and extract(dow from planned_on) between 1 and 3 order by planned_on limit 1`,
      [GORGAN, state],
    );
    if (!row) throw new Error(`no visit of Gorgan is ${state}`);
    return { id: row.id, day: isoDate(row.day) };
  };
  const dayOf = async (id: string) =>
    (await ownerRows<{ day: string }>("select planned_on::text as day from visit where id = $1", [id]))[0]
      ?.day;
  const openAt = async ({ id, day }: { id: string; day: IsoDate }) => {
    await page.goto(`/${GORGAN}/meetings/calendar?view=week&on=${day}`);
    await page.getByText("جلسه یا بازدید در پیش را بکشید").waitFor();
    const next = page.locator("tbody td").nth(weekdayOf(day) + 1);
    await page.locator(`tbody a[href$="/visits/${id}"]`).dragTo(next);
  };
  const own = await visitIn("planned");
  await openAt(own);
  await expect.poll(() => dayOf(own.id)).toBe(addDays(own.day, 1));
  await page.getByRole("button", { name: /^برگرداندن/ }).click();
  await expect.poll(() => dayOf(own.id)).toBe(own.day);

  const announced = await visitIn("announced");
  await openAt(announced);
  await page.waitForURL(new RegExp(`/visits/${announced.id}/move\\?day=${addDays(announced.day, 1)}$`));
  expect(await page.getByLabel("روز", { exact: true }).inputValue()).not.toBe("");
  expect(await dayOf(announced.id)).toBe(announced.day);
});
