import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ownerRows } from "../../setup/owner";
import { GOLESTAN, GORGAN, type Country } from "../country";
import { latin } from "../main-job/quarter-report";
import { LABELLED, TABLE } from "./documents";
import { settledBySheet, staffOf, type Debt } from "./sheet";
import { ratesOf, type Rates } from "./reckoning";

/** The day on which journeys walk, and the day to which a date is moved. */
const TODAY = "2026-12-24";
const LATER = { typed: "۱۴۰۵/۱۱/۱۲", iso: "2027-02-01" };

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

/** What one document brought to an office whose place works in the sample, and that ends when it is done. */
async function owedBecauseOfDocument(minutes: string) {
  const [found] = await ownerRows<Debt>(
    `select b.id, b.division_id as place, b.source_division_id as issuer, b.office_id as office
     from obligation b join resolution r on r.id = b.source_id
     where r.minutes_id = $1 and b.parent_id is null and b.state = 'issued' and b.deadline_kind <> 'continuous'
       and b.division_id = any($2)
     order by b.division_id = r.division_id desc, r.number, b.office_id limit 1`,
    [minutes, [GOLESTAN, GORGAN]],
  );
  if (!found) throw new Error(`Nobody whom the sample knows owes anything because of ${minutes}`);
  return found;
}

/** Something else of the document that is still owed and has a day which nobody has moved. */
async function movable(minutes: string) {
  const [found] = await ownerRows<{ id: string; issuer: number; first: string }>(
    `select b.id, b.source_division_id as issuer, b.first_due_on::text as first
     from obligation b join resolution r on r.id = b.source_id
     where r.minutes_id = $1 and b.parent_id is null and b.state = 'issued' and b.first_due_on = b.due_on
       and b.due_on <> $2::date
     order by r.number desc, b.division_id desc, b.office_id desc limit 1`,
    [minutes, LATER.iso],
  );
  if (!found) throw new Error(`Nothing with a day is owed because of ${minutes}`);
  return found;
}

/** Gives another day with the first cause of the catalogue, and looks at what the page then says. */
async function moveDay(page: Page, { id, issuer, first }: { id: string; issuer: number; first: string }) {
  await page.goto(`/${issuer}/obligations/${id}`);
  await page.getByRole("link", { name: "مهلت تازه" }).click();
  await page.getByRole("textbox", { name: /^مهلت تازه/ }).fill(LATER.typed);
  const causes = page.getByLabel("علت تغییر مهلت");
  const cause = await causes.locator("option").nth(1).innerText();
  await causes.selectOption({ label: cause });
  await page.getByRole("button", { name: "مهلت تازه" }).click();
  await page.getByText(/^نخست: /).waitFor();
  await page.getByText(`علت: ${cause}`).waitFor();
  const [kept] = await ownerRows(
    "select first_due_on::text as first, due_on::text as due from obligation where id = $1",
    [id],
  );
  expect(kept).toEqual({ first, due: LATER.iso });
}

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

/**
 * From what each document brought to an office's sheet, its evidence, its verification, and a day that is moved. `issued`
 * has the minutes of each by its name; `isGiven` says of which documents there are any.
 */
export function debtorsOf(
  country: () => Country,
  issued: ReadonlyMap<string, string>,
  documents: readonly { name: string; isGiven: boolean }[],
) {
  /** What the county passed on of a document: that office answers for it. */
  const passedOn = new Map<string, Debt>();
  const settle = settledBySheet(country);
  const minutesOf = (name: string) => {
    const minutes = issued.get(name);
    if (!minutes) throw new Error(`No minutes were issued of ${name}`);
    return minutes;
  };

  test("the county passes two of its own on to one office, one of them to a day after its own", async () => {
    const page = await country().as("gorgan");
    let office = "";
    for (const [{ name }, number, isOver] of [
      [TABLE, 5, false],
      [LABELLED, 3, true],
    ] as const) {
      const { id } = await owedBy(GORGAN, "county-governorate", minutesOf(name), number);
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
      passedOn.set(name, { id: child?.id ?? "", place: GORGAN, issuer: GORGAN, office });
    }
  });

  for (const { name, isGiven } of documents) {
    test.skipIf(!isGiven)(
      `what ${name} brought is done by an office's sheet, verified, and another day is given`,
      async () => {
        const minutes = minutesOf(name);
        await settle(passedOn.get(name) ?? (await owedBecauseOfDocument(minutes)));
        const other = await movable(minutes);
        await moveDay(await staffOf(country(), other.issuer), other);
      },
    );
  }

  test("the province moves a day that is over: the first one stays to be seen, and both rates differ", async () => {
    const page = await country().as("golestan-expert");
    const late = await owedBy(GOLESTAN, "education", minutesOf(TABLE.name), 3);
    expect(late.first < TODAY).toBe(true);
    const before = await ratesOf(late.office, TODAY);
    await moveDay(page, { ...late, issuer: GOLESTAN });

    const after = await ratesOf(late.office, TODAY);
    expect(after.first).toEqual(before.first);
    expect(after.present).not.toEqual(before.present);
    const shown = await shownRates(page, late.office);
    expect({ first: shown.first.counts, present: shown.present.counts }).toEqual(counts(after));
    expect(shown.first.percent).toMatch(/[۰-۹]/);
    expect(shown.first.percent).not.toBe(shown.present.percent);
  });
}
