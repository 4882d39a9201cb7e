import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ownerRows } from "../../setup/owner";
import { GOLESTAN, GORGAN, PHONE, type Country } from "../country";
import { latin } from "../main-job/quarter-report";
import { LABELLED, TABLE, type Document } from "./documents";
import { ratesOf, type Rates } from "./reckoning";

/** The day on which journeys walk, and the day to which a date is moved. */
const TODAY = "2026-12-24";
const LATER = { typed: "۱۴۰۵/۱۱/۱۲", iso: "2027-02-01" };

const DONE = "هر هفت روستای بالادست بازدید و گزارش آن فرستاده شد.";
const PHOTO = {
  name: "visit.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
    "base64",
  ),
};

/** What an office of this code in this place owes because of one resolution. */
async function owedBy(place: number, code: string, minutes: string, number: number) {
  const [found] = await ownerRows<{ id: string; office: string; first: string }>(
    `select b.id, b.office_id as office, b.first_due_on::text as first
     from obligation b join resolution r on r.id = b.source_id
       join organisation g on g.id = b.organisation_id
     where b.division_id = $1 and g.code = $2 and r.minutes_id = $3 and r.number = $4`,
    [place, code, minutes, number],
  );
  if (!found) throw new Error(`${code} of ${place} owes nothing because of resolution ${number}`);
  return found;
}

const obligation = (id: string) =>
  ownerRows<{ state: string; first: string; due: string; reporter: string | null; verifier: string | null }>(
    `select state, first_due_on::text as first, due_on::text as due, reported_by_key as reporter,
       verified_by_key as verifier from obligation where id = $1`,
    [id],
  ).then(([row]) => row);

/** One figure of the ledger's head: its percentage as shown, and the two counts behind it. */
async function shownRate(page: Page, label: string): Promise<{ percent: string; counts: number[] }> {
  const stat = page.locator("div", { has: page.getByText(label, { exact: true }) }).last();
  const [percent = "", , counts = ""] = (await stat.innerText()).split("\n");
  return { percent, counts: counts.split(" از ").map((count) => Number(latin(count))) };
}

async function shownRates(page: Page, office: string) {
  await page.goto(`/${GOLESTAN}/obligations?end=issued&by=office&filter=all&office=${office}`);
  return {
    first: await shownRate(page, "تا مهلت نخست راستی‌آزمایی شده"),
    present: await shownRate(page, "تا مهلت کنونی، پس از تمدیدها"),
  };
}

const counts = ({ first, present }: Rates) => ({ first: [...first], present: [...present] });

/** From what the documents brought to an office's sheet, its evidence, its verification, and a day that is moved. */
export function debtorsOfTen(country: () => Country, issued: ReadonlyMap<Document, string>) {
  const children: string[] = [];
  let office = "";
  let door = "";

  test("the county passes two of its own on to one office, one after its day, and makes its personal link", async () => {
    const page = await country().as("gorgan");
    for (const [document, number, isOver] of [
      [TABLE, 5, false],
      [LABELLED, 3, true],
    ] as const) {
      const minutes = issued.get(document) ?? "";
      const { id } = await owedBy(GORGAN, "county-governorate", minutes, number);
      await page.goto(`/${GORGAN}/obligations/${id}`);
      await page.getByRole("button", { name: "اعلام وصول" }).click();
      await page.getByText("وصول شد").first().waitFor();
      await page.getByRole("link", { name: "سپردن به دستگاه‌های دیگر" }).click();
      const offices = page.getByRole("combobox", { name: /^دستگاه/ }).first();
      await offices.selectOption(office === "" ? { index: 1 } : office);
      office = await offices.inputValue();
      if (isOver) {
        await page
          .getByRole("textbox", { name: /^مهلت این دستگاه/ })
          .first()
          .fill(LATER.typed);
        await page.getByLabel("چرا دیرتر از مهلت خود این تعهد؟").fill("صورت‌جلسه پس از مهلت آن رسید.");
      }
      await page.getByRole("button", { name: "سپردن", exact: true }).click();
      await page.getByText("سپرده به این دستگاه‌ها").waitFor();
      const [child] = await ownerRows<{ id: string }>("select id from obligation where parent_id = $1", [id]);
      children.push(child?.id ?? "");
    }
    await page.goto(`/${GORGAN}/obligations/${children[0]}`);
    await page.getByRole("link", { name: "پیوند شخصی اداره" }).click();
    await page.getByRole("button", { name: "ساختن پیوند" }).click();
    door = new URL(await page.getByLabel("نشانی پیوند").inputValue()).pathname;
  });

  test("the office finds all that it owes on one sheet on a phone, acknowledges, and reports with a photo", async () => {
    const phone = await country().stranger(PHONE);
    await phone.goto(door);
    const [child = "", other = ""] = children;
    for (const id of [child, other]) await phone.locator(`a[href="${door}/${id}"]`).waitFor();
    const open = await ownerRows<{ id: string }>(
      `select id from obligation where office_id = $1
         and state in ('issued', 'acknowledged', 'in-progress', 'blocked', 'reported-done')`,
      [office],
    );
    const shown = phone.locator(`a[href^="${door}/"]:not([href*="/demands/"])`).filter({ visible: true });
    expect(await shown.count()).toBe(open.length);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);

    await phone.locator(`a[href="${door}/${child}"]`).click();
    await phone.getByRole("button", { name: "اعلام وصول" }).click();
    await phone.getByText("وصول شد").first().waitFor();
    await phone.getByRole("link", { name: "اعلام انجام" }).click();
    await phone.getByLabel("چه کرده‌اید؟").fill(DONE);
    await phone.getByLabel("عکس یا PDF").setInputFiles(PHOTO);
    await phone.getByRole("button", { name: "اعلام انجام" }).click();
    await phone.getByText("اعلام انجام، در انتظار راستی‌آزمایی").first().waitFor();
    await phone.getByRole("link", { name: new RegExp(PHOTO.name) }).waitFor();
    expect(await phone.getByRole("button", { name: /^راستی‌آزمایی/ }).count()).toBe(0);
    await expect.poll(async () => (await obligation(child))?.state).toBe("reported-done");
  });

  test("the county opens the photo as it was taken, and verifies", async () => {
    const page = await country().as("gorgan");
    const [child = ""] = children;
    await page.goto(`/${GORGAN}/obligations/${child}`);
    await page.getByText(DONE).waitFor();
    const photo = page.getByRole("link", { name: new RegExp(PHOTO.name) });
    const given = await page.request.get((await photo.getAttribute("href")) ?? "");
    expect(given.headers()["content-type"]).toBe("image/png");
    expect((await given.body()).equals(PHOTO.buffer)).toBe(true);
    await page.getByRole("button", { name: /^راستی‌آزمایی/ }).click();
    await page.getByText("راستی‌آزمایی شد").first().waitFor();
    const kept = await obligation(child);
    expect(kept).toMatchObject({ state: "verified" });
    expect(kept?.verifier).not.toBe(kept?.reporter);
  });

  test("the province moves a day that is over: the first one stays to be seen, and both rates differ", async () => {
    const page = await country().as("golestan-expert");
    const late = await owedBy(GOLESTAN, "education", issued.get(TABLE) ?? "", 3);
    expect(late.first < TODAY).toBe(true);
    const before = await ratesOf(late.office, TODAY);

    await page.goto(`/${GOLESTAN}/obligations/${late.id}`);
    await page.getByRole("link", { name: "مهلت تازه" }).click();
    await page.getByRole("textbox", { name: /^مهلت تازه/ }).fill(LATER.typed);
    const causes = page.getByLabel("علت تغییر مهلت");
    const cause = await causes.locator("option").nth(1).innerText();
    await causes.selectOption({ label: cause });
    await page.getByRole("button", { name: "مهلت تازه" }).click();
    await page.getByText(/^نخست: /).waitFor();
    await page.getByText(`علت: ${cause}`).waitFor();
    expect(await obligation(late.id)).toMatchObject({ first: late.first, due: LATER.iso });

    const after = await ratesOf(late.office, TODAY);
    expect(after.first).toEqual(before.first);
    expect(after.present).not.toEqual(before.present);
    const shown = await shownRates(page, late.office);
    expect({ first: shown.first.counts, present: shown.present.counts }).toEqual(counts(after));
    expect(shown.first.percent).toMatch(/[۰-۹]/);
    expect(shown.first.percent).not.toBe(shown.present.percent);
  });
}
