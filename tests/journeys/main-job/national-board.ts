import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ownerRows } from "../../setup/owner";
import { GOLESTAN, GORGAN, NATION, goTo, type Country } from "../country";
import { PERIOD } from "./quarter-report";
import { seeTheSample } from "./review";

/** Last day of quarter 3 of 1405. */
const LAST_DAY = "2026-12-21";
/** A county of Golestan whose report waits for the province since the sample was made. */
const WAITING = 28_009;

type Counted = Record<"expected" | "approved" | "provisional" | "missing" | "vacant", number>;

/** The same counts told by hand: one county after the other, from the rows themselves. */
async function countedByHand(): Promise<Counted> {
  const counties = await ownerRows<{ id: number; states: string[] | null; sent: number; assistants: number }>(
    `select d.id,
       (select array_agg(r.state) from report r where r.division_id = d.id and r.period = $1) as states,
       (select count(*)::int from report r where r.division_id = d.id and r.period = $1 and r.submission > 0) as sent,
       (select count(*)::int from appointment a join post p on p.id = a.post_id where p.division_id = d.id
          and p.role = 'assistant' and a.starts_on <= $2 and coalesce(a.ends_on, $2) >= $2 and a.ended_at is null
       ) as assistants
     from division d where d.level = 'county' and d.valid_to is null`,
    [PERIOD, LAST_DAY],
  );
  const counted: Counted = { expected: 0, approved: 0, provisional: 0, missing: 0, vacant: 0 };
  for (const { states, sent, assistants } of counties) {
    if (states?.some((state) => state === "approved" || state === "accepted")) counted.approved++;
    else if (sent > 0) counted.provisional++;
    else if (assistants > 0) counted.missing++;
    else counted.vacant++;
  }
  counted.expected = counted.approved + counted.provisional + counted.missing;
  return counted;
}

const inPersian = (count: number) => new Intl.NumberFormat("fa-IR").format(count);

const sentenceOf = ({ expected, approved, provisional, missing, vacant }: Counted) =>
  `از ${inPersian(expected)} مورد انتظار: تأیید ${inPersian(approved)}، موقت ${inPersian(provisional)}، ` +
  `نرسیده ${inPersian(missing)}؛ بلاتصدی ${inPersian(vacant)}`;

const spoken = async (page: Page) =>
  (await page.getByTestId("provenance").innerText()).replace(/\u200f|\u061c/g, "");

/** 6g: the nation accepts, and sees the rollup and no private person. */
export function nationalBoard(country: () => Country) {
  test("the national office accepts the province's report", async () => {
    const page = await country().as("nation");
    await goTo(page, "گزارش‌های رسیده");
    await page
      .getByRole("row", { name: /گلستان/ })
      .getByRole("link", { name: "بررسی" })
      .click();
    await page.getByRole("button", { name: "پذیرش گزارش" }).click();
    await page.getByText("پذیرفته‌شده").first().waitFor();
  });

  test("its board says what the figures stand on, and a further approval changes the sentence", async () => {
    const page = await country().as("nation");
    await goTo(page, "نمای تجمیعی");
    await page.getByTestId("provenance").waitFor();
    const before = await countedByHand();
    expect(await spoken(page)).toBe(sentenceOf(before));

    const province = await country().as("golestan");
    const report = `/${GOLESTAN}/reports/${WAITING}/${PERIOD}`;
    await province.goto(report);
    await seeTheSample(province, report);
    await province.getByRole("button", { name: "تأیید گزارش" }).click();
    await province.getByText("تأییدشده").first().waitFor();

    const after = await countedByHand();
    expect(after).toEqual({ ...before, approved: before.approved + 1, provisional: before.provisional - 1 });
    await page.reload();
    expect(await spoken(page)).toBe(sentenceOf(after));
  });

  test("it sees a map of 31 provinces, their trend, and a table down to the counties", async () => {
    const page = await country().as("nation");
    const inTable = page.getByRole("link", { name: /^دیدن شهرستان‌های/ });
    expect(await inTable.count()).toBe(31);
    expect(await page.locator("svg a[aria-label*=':']").count()).toBe(31);
    await page
      .getByRole("heading", { name: /روند هشت فصل/ })
      .first()
      .waitFor();
    await page.getByRole("link", { name: "دیدن شهرستان‌های گلستان" }).click();
    await page.getByRole("row", { name: /گرگان/ }).waitFor();
    expect(await page.getByRole("table").last().getByRole("row").count()).toBe(1 + 14);
  });

  test("nothing leads it to a private person", async () => {
    const page = await country().as("nation");
    const [person] = await ownerRows<{ id: string; full_name: string }>(
      "select id, full_name from person where division_id = $1 order by id desc limit 1",
      [GORGAN],
    );
    for (const place of [GORGAN, GOLESTAN, NATION]) {
      const response = await page.goto(`/${place}/network/people/${person?.id}`);
      // In its own place it is known, and only the page is refused; elsewhere there is nothing at all.
      expect(response?.status(), String(place)).toBe(place === NATION ? 403 : 404);
      expect(await page.locator("body").innerText()).not.toContain(person?.full_name);
    }
    await page.goto(`/${NATION}/reports/${GORGAN}/${PERIOD}?open=a1.active-members`);
    expect(await page.locator("body").innerText()).not.toContain("ناهید سعیدی");
  });
}
