import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ownerRows } from "../../setup/owner";
import { GOLESTAN, GORGAN, goTo, isTold, type Country } from "../country";
import { PERIOD } from "./quarter-report";
import { fillReport, submitReport } from "./report-filling";

const COMMENT = "نشست ۲۶ آذر درباره راه روستایی در این شمار نیست؛ صورت‌جلسه آن به استان رسیده است.";
const FORGOTTEN = "راه روستایی زیارت و ناهارخوران";

const THEMATIC = "a6.thematic-held";

/** The figure of the commented indicator as it was sent each time. */
async function sentFigures() {
  const rows = await ownerRows<{ n: number }>(
    `select f.numerator as n from report_figure f join report r on r.division_id = f.division_id and r.id = f.report_id
     where r.division_id = $1 and r.period = $2 and f.indicator_code = $3 order by f.submission`,
    [GORGAN, PERIOD, THEMATIC],
  );
  return rows.map(({ n }) => n);
}

const fa = (number: number) => number.toLocaleString("fa-IR");

const stateOf = async (place: number) => {
  const [report] = await ownerRows<{ state: string; submission: number }>(
    "select state, submission from report where division_id = $1 and period = $2 order by version desc limit 1",
    [place, PERIOD],
  );
  return report;
};

/** Opens every record that was drawn by lot: until then the report cannot be approved. */
export async function seeTheSample(page: Page, report: string) {
  const unseen = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: /^باز کردن و دیدن/ }) })
    .filter({ hasNotText: "دیده شد" });
  const drawn = await unseen.count();
  expect(drawn).toBeGreaterThan(2);
  expect(await page.getByRole("button", { name: "تأیید گزارش" }).isDisabled()).toBe(true);
  for (let left = drawn; left > 0; left--) {
    expect(await unseen.count()).toBe(left);
    await unseen.first().getByRole("button").click();
    await page.waitForURL((url) => url.pathname !== report);
    await page.goto(report);
    await page.waitForLoadState("networkidle");
  }
}

/** 6f: the province reads, sends back, approves; and answers for every county before it reports itself. */
export function provincialReview(country: () => Country) {
  test("the representative returns her report with a comment on one figure", async () => {
    const page = await country().as("golestan");
    await goTo(page, "گزارش‌های رسیده");
    await page.getByRole("row", { name: /گرگان/ }).getByRole("link", { name: "بررسی" }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.getByRole("button", { name: "آغاز بررسی" }).click();
    await page.getByText("در بررسی").first().waitFor();

    await page.getByRole("link", { name: "یادداشت درباره «جلسات موضوعی برگزارشده»" }).click();
    await page.getByRole("textbox", { name: /^یادداشت درباره «/ }).fill(COMMENT);
    await page.getByRole("button", { name: "ثبت یادداشت" }).filter({ visible: true }).click();
    await page.getByText(COMMENT).waitFor();

    await page.getByLabel("دلیل برگشت").fill("یک نشست از قلم افتاده است؛ پس از ثبت آن باز بفرستید.");
    await page.getByRole("button", { name: "برگشت برای اصلاح" }).click();
    await page
      .getByText(/گزارش برگشته است/)
      .first()
      .waitFor();
    expect(await stateOf(GORGAN)).toMatchObject({ state: "returned" });
  });

  test("she mends what was missing, answers the comment and submits again", async () => {
    const page = await country().as("gorgan");
    await isTold(page, GORGAN, /^گزارش .* برای اصلاح برگشت\.$/);
    await page.goto(`/${GORGAN}/meetings/new`);
    await page.getByLabel(/^نشست موضوعی شبکه/).check();
    await page.getByLabel("عنوان یا موضوع").fill(FORGOTTEN);
    await page.getByLabel("تاریخ برگزاری").fill("۱۴۰۵/۰۹/۲۶");
    await page.getByRole("textbox", { name: "اعضای شبکه" }).fill("۷");
    await page.getByRole("button", { name: "ثبت جلسه" }).click();
    await page.getByRole("heading", { name: FORGOTTEN }).waitFor();

    await goTo(page, "گزارش دوره");
    await page.getByText("گزارش برای اصلاح برگشته است").waitFor();
    await page.getByRole("link", { name: /یادداشت دارد/ }).click();
    await page.getByText(COMMENT).waitFor();
    await page.getByLabel("پاسخ به این یادداشت").filter({ visible: true }).fill("نشست ثبت شد و شمرده می‌شود.");
    await page.getByRole("button", { name: "ثبت پاسخ" }).click();
    await page.getByText("نشست ثبت شد و شمرده می‌شود.").first().waitFor();
    const [sent = 0] = await sentFigures();
    await page
      .getByText(`تغییر: ${fa(sent)} به ${fa(sent + 1)}`)
      .first()
      .waitFor();
    await fillReport(page);
    await submitReport(page, "گواهی و ارسال دوباره");
    expect(await stateOf(GORGAN)).toEqual({ state: "submitted", submission: 2 });
  });

  test("the representative approves it", async () => {
    const page = await country().as("golestan");
    await page.goto(`/${GOLESTAN}/reports/${GORGAN}/${PERIOD}`);
    await page.getByText("نشست ثبت شد و شمرده می‌شود.").waitFor();
    const [before = 0, now = 0, ...more] = await sentFigures();
    expect([now - before, more.length]).toEqual([1, 0]);
    await page
      .getByText(`تغییر: ${fa(before)} به ${fa(now)}`)
      .first()
      .waitFor();
    await seeTheSample(page, `/${GOLESTAN}/reports/${GORGAN}/${PERIOD}`);
    await page.getByRole("button", { name: "تأیید گزارش" }).click();
    await page.getByText("تأییدشده").first().waitFor();
    expect(await stateOf(GORGAN)).toMatchObject({ state: "approved" });
  });

  test("the province's own report is refused while a county is neither approved nor named", async () => {
    const page = await country().as("golestan");
    await page.goto(`/${GOLESTAN}/report/${PERIOD}`);
    await page.getByText(/برای ارسال مانده:.*روشن کردن .* شهرستان/).waitFor();
    const submit = page.locator("form", { has: page.locator("input[name=intent][value=submit]") });
    const hidden = await submit
      .locator("input[type=hidden]")
      .evaluateAll((all) =>
        all.map((one) => [(one as HTMLInputElement).name, (one as HTMLInputElement).value]),
      );
    const refused = await page.request.post(`/${GOLESTAN}/report/${PERIOD}`, {
      form: { ...(Object.fromEntries(hidden) as Record<string, string>), attest: "on" },
      headers: { origin: country().url },
    });
    expect(refused.status()).toBeGreaterThanOrEqual(400);
    expect(refused.status()).toBeLessThan(500);
    // Its summary is unwritten as well: which rule refused is said by the words alone.
    expect(await refused.text()).toContain("نه تأیید شده نه با دلیل نام برده شده است");
    expect(await stateOf(GOLESTAN)).not.toMatchObject({ state: "submitted" });
  });

  test("it names the counties that are missing, each with a reason, and submits", async () => {
    const page = await country().as("golestan");
    const toName = page.locator("summary", { hasText: "نام بردن با دلیل" });
    for (let left = await toName.count(); left > 0; left--) {
      await toName.first().click();
      await page
        .getByLabel(/^دلیل نبودن/)
        .filter({ visible: true })
        .fill("تا پایان مهلت نرسید؛ پیگیری شد.");
      await page.getByRole("button", { name: "نام بردن با دلیل" }).filter({ visible: true }).click();
      await expect.poll(() => toName.count(), { timeout: 10_000 }).toBe(left - 1);
    }
    await page
      .getByLabel("چه شد و چه به دست آمد")
      .fill("گزارش شهرستان‌ها خوانده شد؛ مانع چاه زیارت به آب منطقه‌ای رفت.");
    await page.getByRole("button", { name: "ذخیره", exact: true }).click();
    await page.getByText(/ذخیره شد$/).waitFor();
    await submitReport(page, "گواهی و ارسال");
    expect(await stateOf(GOLESTAN)).toMatchObject({ state: "submitted" });
  });
}
