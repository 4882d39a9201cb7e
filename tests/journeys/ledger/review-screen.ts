import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { MinutesModel } from "../../minutes/model";
import { latin } from "../main-job/quarter-report";
import type { Reckoning } from "./reckoning";

/** Every click, choice and field that a person would need, counted. */
export class Presses {
  count = 0;

  async press(act: Promise<unknown>): Promise<void> {
    this.count += 1;
    await act;
  }
}

/** Most resolutions of a document that are opened one after another: one that never gets ready ends here. */
const MOST_OPENED = 20;

/** Settles whatever keeps the draft on the page from being issued, by what its model says. */
export async function settleDraft(
  page: Page,
  model: MinutesModel,
  reckoning: Reckoning,
  presses: Presses,
): Promise<void> {
  const draft = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  // The address changes before the page does: what stands on the one before is nobody's answer.
  await page.locator(`a[href$="/review/${draft}/source"]`).first().waitFor();
  const opened = page.locator("#open input[name=resolution]");
  const ready = page.getByText("همه چیز برای ابلاغ آماده است.");
  const remaining = page.locator("p", { hasText: "برای ابلاغ مانده:" });
  await ready.or(remaining).waitFor();
  await settleTogether(page, reckoning, presses);
  for (let turn = 0; !(await ready.isVisible()); turn += 1) {
    expect(turn, `${model.title}: ${await remaining.innerText()}`).toBeLessThan(MOST_OPENED);
    if ((await opened.count()) === 0) await presses.press(remaining.getByRole("link").first().click());
    const id = await opened.inputValue();
    await settleResolution(page, model, reckoning, presses);
    await presses.press(page.locator("#open").getByRole("button", { name: "ذخیره و بعدی" }).click());
    await page.locator(`#open input[name=resolution][value="${id}"]`).waitFor({ state: "detached" });
  }
}

/** What many lack is given to all of them at once: whoever answers for what names nobody, and thirty days. */
async function settleTogether(page: Page, reckoning: Reckoning, presses: Presses): Promise<void> {
  const together = page.getByRole("region", { name: "یکجا برای همه" });
  const hand = together.getByRole("button", { name: /^سپردن/ });
  if (await hand.isVisible()) {
    const box = together.getByRole("combobox", { name: "مسئول همه بی‌دستگاه‌ها" });
    await presses.press(box.fill(reckoning.nobody()));
    await presses.press(box.press("Enter"));
    await presses.press(hand.click());
    await page.getByText("یکجا دستگاه مسئول گرفت").waitFor();
  }
  const give = together.getByRole("button", { name: /^دادن این مهلت/ });
  if (!(await give.isVisible())) return;
  const days = together.getByLabel("چند روز");
  if (!(await together.getByRole("radio", { name: "نسبی" }).isChecked())) {
    await presses.press(together.getByRole("radio", { name: "نسبی" }).check());
  }
  if ((await days.inputValue()) !== "۳۰") await presses.press(days.fill("۳۰"));
  await presses.press(give.click());
  await page.getByText("یکجا مهلت گرفت").waitFor();
}

async function settleResolution(
  page: Page,
  { resolutions }: MinutesModel,
  reckoning: Reckoning,
  presses: Presses,
): Promise<void> {
  const form = page.locator("#open form");
  const number = Number(latin(await form.locator("input[name=number]").inputValue()));
  const resolution = resolutions.find((each) => each.number === number);
  if (!resolution) throw new Error(`No resolution ${number} in the model`);
  const wanted = reckoning.named(resolution);
  const read = await form
    .locator("input[name=keep]")
    .evaluateAll((boxes) =>
      boxes.map((box) => box.parentElement?.querySelector("span")?.firstChild?.textContent ?? ""),
    );
  for (const [index, name] of read.entries()) {
    if (!wanted.includes(name)) await presses.press(form.locator("input[name=keep]").nth(index).uncheck());
  }
  const missing = wanted.filter((name) => !read.includes(name));
  for (const [index, label] of missing.entries()) {
    await presses.press(form.locator(`select[name="add[${index}]"]`).selectOption({ label }));
  }
  if ((await form.locator("input[name=kind]:checked").count()) > 0) return;
  await presses.press(form.getByRole("radio", { name: "نسبی" }).check());
  await presses.press(form.getByLabel("چند روز").fill("۳۰"));
  const others = form.locator("select[name=applyTo]");
  if ((await others.locator("option[value=undated]").count()) > 0) {
    await presses.press(others.selectOption("undated"));
  }
}
