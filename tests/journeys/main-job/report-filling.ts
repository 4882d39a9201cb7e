import type { Page } from "playwright-core";

const NARRATIVE = "کارهای ثبت‌شده این فصل پیگیری شد و نتیجه هر یک در همین گزارش آمده است.";
/** What the index says of a duty that waits for words. */
const WAITS = /شرح ندارد|پرسشی دارد|یادداشت دارد/;
const READY = "همه چیز برای ارسال آماده است.";

/** Addresses of the duties of the report that is open, as its index lists them. */
export async function dutiesOf(page: Page): Promise<{ name: string; href: string }[]> {
  const index = page.getByRole("navigation", { name: "وظیفه‌ها" });
  await index.waitFor();
  return index
    .getByRole("link")
    .evaluateAll((all) =>
      all.map((link) => ({ name: link.textContent ?? "", href: link.getAttribute("href") ?? "" })),
    );
}

/**
 * Writes what the report still asks for: a narrative per duty, a sentence per figure that jumps. The index says of a duty
 * what comes first, so that one with such a figure shows only afterwards that it has no narrative.
 */
export async function fillReport(page: Page): Promise<void> {
  await fillWhatIsMarked(page);
  await fillWhatIsMarked(page);
}

async function fillWhatIsMarked(page: Page): Promise<void> {
  const duties = await dutiesOf(page);
  if (await page.getByText(READY).isVisible()) return;
  for (const { name, href } of duties.filter((duty) => WAITS.test(duty.name))) {
    await page.goto(href);
    await page.waitForLoadState("networkidle");
    const told = page.getByLabel("چه شد و چه به دست آمد");
    // The index may still say so of the duty that was told last: the same words again are no change, and not saved.
    if (name.includes("شرح ندارد") && (await told.inputValue()) === "") {
      await told.fill(NARRATIVE);
      await page.getByRole("button", { name: "ذخیره", exact: true }).click();
      await page.getByText(/ذخیره شد$/).waitFor();
    }
    const asked = page.getByLabel("چرا چنین است؟");
    for (let index = 0; index < (await asked.count()); index++) {
      if ((await asked.nth(index).inputValue()) !== "") continue;
      await asked.nth(index).fill("این فصل دو برنامه ویژه آب و زمستان برگزار شد.");
      const saved = page.waitForResponse((response) => response.request().method() === "POST");
      await page.getByRole("button", { name: "ثبت توضیح" }).nth(index).click();
      await saved;
      await page.waitForLoadState("networkidle");
    }
  }
}

/** Attests and submits the report that is open, by the words of its button. */
export async function submitReport(page: Page, words: string): Promise<void> {
  await page.getByText(READY).waitFor();
  const attest = page.getByLabel("گواهی می‌کنم این گزارش با کارهای ثبت‌شده می‌خواند.");
  await attest.check();
  await page.getByRole("button", { name: words, exact: true }).click();
  await attest.waitFor({ state: "detached" });
}
