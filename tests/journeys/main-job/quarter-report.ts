import { expect, test } from "vitest";
import { ownerRows } from "../../setup/owner";
import { GORGAN, goTo, type Country } from "../country";
import { dutiesOf, fillReport, submitReport } from "./report-filling";

/** The quarter that is reported: its last day was three days ago. */
export const PERIOD = "1405-Q3";

/** Receipts of a duty that she opens. */
const RECEIPTS_OF_A_DUTY = 3;

/** 6e: the report writes itself from the records, and each figure opens them. */
export function quarterReport(country: () => Country) {
  test("her quarter report is prefilled, and its figures open the records behind it", async () => {
    const page = await country().as("gorgan");
    await goTo(page, "گزارش دوره");
    await page.getByRole("heading", { level: 1, name: /گزارش عملکرد/ }).waitFor();
    await page.getByText("شماره ۴ در متن بخشنامه نیست و شمرده نمی‌شود.").waitFor();

    const opened: string[] = [];
    let behind = "";
    for (const { href } of await dutiesOf(page)) {
      await page.goto(href);
      const receipts = await page
        .getByRole("table")
        .getByRole("link")
        .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
      // That every one of them opens what it counts is asked of the database for each indicator.
      for (const receipt of receipts.filter((one) => one.includes("open=")).slice(0, RECEIPTS_OF_A_DUTY)) {
        await page.goto(receipt);
        const panel = page.locator("section", { has: page.getByRole("link", { name: "بستن رسید" }) });
        await panel.getByRole("heading", { name: /^رسید/ }).waitFor();
        const count = Number(latin(await panel.getByRole("heading").first().innerText()));
        const listed = await panel.getByRole("list").first().getByRole("listitem").count();
        if (count > 0) expect(listed, receipt).toBeGreaterThan(0);
        behind += await panel.innerText();
        opened.push(receipt);
      }
    }
    expect(opened.length).toBeGreaterThanOrEqual(12);
    const duties = new Set(opened.map((one) => /open=(a\d+)\./.exec(one)?.[1]));
    expect([...duties].sort()).toEqual(["a1", "a16", "a2", "a3", "a5", "a6", "a7", "a8", "a9"]);
    expect(behind).toContain("آب آشامیدنی روستای زیارت");
    expect(behind).toContain("نشست مشترک آب و راه بخش مرکزی");
  });

  test("she writes what is left to say, attests and submits", async () => {
    const page = await country().as("gorgan");
    await goTo(page, "گزارش دوره");
    await fillReport(page);
    await submitReport(page, "گواهی و ارسال");
    const [report] = await ownerRows(
      "select state, submission from report where division_id = $1 and period = $2 order by version desc limit 1",
      [GORGAN, PERIOD],
    );
    expect(report).toEqual({ state: "submitted", submission: 1 });
  });
}

/** The digits of a text, whatever their script, as a number's text. */
export const latin = (text: string): string =>
  text.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0)).replace(/[^\d]/g, "");
