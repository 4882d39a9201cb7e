import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ownerRows } from "../../setup/owner";
import { bare } from "../../minutes/generated-shape";
import { GOLESTAN, type Country } from "../country";
import { DOCUMENTS, TABLE, type Document } from "./documents";
import { owedBecauseOf, Reckoning } from "./reckoning";
import { Presses, settleDraft } from "./review-screen";

const QUEUE = `/${GOLESTAN}/minutes/queue`;
/** For one resolution: naming who is unknown, opening, looking and saving, spread over all. */
const MOST_PRESSES = 2;

const fa = (number: number) => number.toLocaleString("fa-IR");

/** Gives files to the queue in one go and waits until the worker has read them. */
async function bring(page: Page, documents: readonly Pick<Document, "name" | "bytes">[]): Promise<void> {
  await page.goto(`/${GOLESTAN}/minutes/many`);
  await page
    .getByLabel("پرونده‌ها")
    .setInputFiles(
      documents.map(({ name, bytes }) => ({ name, mimeType: "application/octet-stream", buffer: bytes })),
    );
  await page.getByRole("button", { name: "فرستادن به صف" }).click();
  await page.getByText(`${fa(documents.length)} پرونده گرفته و خوانده شد.`).waitFor();
}

/** The draft of a meeting of this day. */
async function draftOf(date: string): Promise<string> {
  const found = await ownerRows<{ id: string }>(
    "select id from minutes_draft where division_id = $1 and held_on = $2 and state = 'review'",
    [GOLESTAN, date],
  );
  expect(found, date).toHaveLength(1);
  return found[0]?.id ?? "";
}

const rowOf = (page: Page, draft: string) =>
  page.getByRole("row").filter({ has: page.locator(`a[href*="/review/${draft}"]`) });

const owedTexts = (minutes: string) =>
  ownerRows<{ id: string; text: string }>(
    `select b.id, b.text from obligation b join resolution r on r.id = b.source_id
     where r.minutes_id = $1 order by b.id`,
    [minutes],
  );

/** From a folder of documents to what every office owes; `issued` is filled with the minutes of each by its name. */
export function importOfTen(country: () => Country, issued: Map<string, string>) {
  test("the province's expert gives ten documents at once, and the queue knows how much is in each", async () => {
    const page = await country().as("golestan-expert");
    await bring(page, DOCUMENTS);
    for (const { name, model } of DOCUMENTS) {
      const row = rowOf(page, await draftOf(model.date));
      await row.getByText(`۰ از ${fa(model.resolutions.length)}`, { exact: true }).waitFor();
      expect(bare(await row.getByRole("link").first().innerText()), name).toBe(bare(model.title));
    }
    expect(await page.getByText("پرونده‌هایی که خوانده نشد").count()).toBe(0);
  });

  test("he reviews and issues them, and each resolution is owed by those whom it means", async () => {
    const page = await country().as("golestan-expert");
    const reckoning = await Reckoning.ofGolestan();
    const presses = new Presses();
    await presses.press(page.getByRole("button", { name: "پذیرش همه موارد مطمئن" }).click());
    await page.getByText(/مصوبه که جای تردید نداشت دیده‌شده به شمار آمد/).waitFor();
    for (const { model, name } of DOCUMENTS) {
      await presses.press(page.goto(QUEUE));
      await presses.press(
        rowOf(page, await draftOf(model.date))
          .getByRole("link")
          .first()
          .click(),
      );
      await page.getByRole("heading", { name: "بازبینی صورت‌جلسه پیش از ثبت" }).waitFor();
      await settleDraft(page, model, reckoning, presses);
      await presses.press(page.getByRole("button", { name: /^ثبت و ابلاغ/ }).click());
      await page.getByText(`${fa(model.resolutions.length)} مصوبه ابلاغ شد.`).waitFor();
      const minutes = new URL(page.url()).pathname.split("/").at(-1) ?? "";
      issued.set(name, minutes);
      expect(await owedBecauseOf(minutes), name).toEqual(reckoning.owing(model.resolutions));
    }
    const resolutions = DOCUMENTS.reduce((sum, { model }) => sum + model.resolutions.length, 0);
    console.info(
      `${presses.count} presses for ${resolutions} resolutions of ${DOCUMENTS.length} documents: ` +
        `${(presses.count / resolutions).toFixed(1)} for each`,
    );
    expect(presses.count).toBeLessThanOrEqual(resolutions * MOST_PRESSES);
  });

  test("a document that comes again leads to the minutes that were issued of it", async () => {
    const page = await country().as("golestan-expert");
    const minutes = issued.get(TABLE.name) ?? "";
    await page.goto(`/${GOLESTAN}/minutes/new`);
    await page
      .getByLabel("یا پرونده صورت‌جلسه")
      .setInputFiles({ name: TABLE.name, mimeType: "text/plain", buffer: TABLE.bytes });
    await page.getByRole("button", { name: "خواندن متن" }).click();
    await page.getByText("همین متن پیش‌تر ابلاغ شده است؛ دوباره ابلاغ نمی‌شود.").waitFor();
    expect(new URL(page.url()).pathname).toBe(`/${GOLESTAN}/minutes/${minutes}`);
  });

  test("its newer version is offered as an update, which mends words and makes nobody owe twice", async () => {
    const page = await country().as("golestan-expert");
    const minutes = issued.get(TABLE.name) ?? "";
    const before = await owedTexts(minutes);
    const newer = mended(TABLE.bytes.toString());
    await bring(page, [{ name: TABLE.name, bytes: Buffer.from(newer) }]);
    const row = rowOf(page, await draftOf(TABLE.model.date));
    await row.getByText("پیش‌تر هم آمده").waitFor();
    await row.getByRole("link").first().click();
    await page.getByText("این صورت‌جلسه پیش‌تر هم آمده است").waitFor();
    await page.getByRole("button", { name: "به‌روز کردن همان" }).click();
    await page.getByText(/^همین صورت‌جلسه به‌روز شد/).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/${GOLESTAN}/minutes/${minutes}`);
    const after = await owedTexts(minutes);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    const changed = after.filter(({ text }, index) => text !== before[index]?.text);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThan(after.length);
  });
}

/** The document with other words at the end of its first resolution. */
function mended(text: string): string {
  const written = "الزامی میباشد";
  expect(text).toContain(written);
  return text.replace(written, "در دستور کار همه ادارات است");
}
