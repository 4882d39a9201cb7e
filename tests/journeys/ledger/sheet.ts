import type { Page } from "playwright-core";
import { expect } from "vitest";
import { ownerRows } from "../../setup/owner";
import { GOLESTAN, GORGAN, PHONE, type Country } from "../country";

/** An obligation, the place of whoever owes it, and the place that verifies it. */
export interface Debt {
  id: string;
  place: number;
  issuer: number;
  office: string;
}

const STAFF: Readonly<Record<number, string>> = { [GOLESTAN]: "golestan-expert", [GORGAN]: "gorgan" };

const DONE = "هر هفت روستای بالادست بازدید و گزارش آن فرستاده شد.";
const PHOTO = {
  name: "visit.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
    "base64",
  ),
};

/** The page of whoever works in a place. */
export function staffOf(country: Country, place: number): Promise<Page> {
  const username = STAFF[place];
  if (!username) throw new Error(`Nobody of ${place} is known`);
  return country.as(username);
}

/** One phone for all offices, and the personal link of each as its place made it. */
export function settledBySheet(country: () => Country) {
  const doors = new Map<string, string>();
  let phone: Promise<Page> | undefined;

  async function doorOf({ id, place, office }: Debt): Promise<string> {
    const known = doors.get(office);
    if (known) return known;
    const page = await staffOf(country(), place);
    await page.goto(`/${place}/obligations/${id}`);
    await page.getByRole("link", { name: "پیوند شخصی اداره" }).click();
    await page.getByRole("button", { name: "ساختن پیوند" }).click();
    const door = new URL(await page.getByLabel("نشانی پیوند").inputValue()).pathname;
    doors.set(office, door);
    return door;
  }

  /** The office finds what it owes on its sheet, acknowledges, and reports with a photo. */
  async function report(at: Page, door: string, { id, office }: Debt): Promise<void> {
    await at.goto(door);
    const line = at.locator(`a[href="${door}/${id}"]`);
    await line.waitFor();
    const open = await ownerRows<{ id: string }>(
      `select id from obligation where office_id = $1
         and state in ('issued', 'acknowledged', 'in-progress', 'blocked', 'reported-done')`,
      [office],
    );
    const shown = at.locator(`a[href^="${door}/"]:not([href*="/demands/"])`).filter({ visible: true });
    expect(await shown.count()).toBe(open.length);
    expect(await at.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);

    await line.click();
    await at.getByRole("button", { name: "اعلام وصول" }).click();
    await at.getByText("وصول شد").first().waitFor();
    await at.getByRole("link", { name: "اعلام انجام" }).click();
    await at.getByLabel("چه کرده‌اید؟").fill(DONE);
    await at.getByLabel("عکس یا PDF").setInputFiles(PHOTO);
    await at.getByRole("button", { name: "اعلام انجام" }).click();
    await at.getByText("اعلام انجام، در انتظار راستی‌آزمایی").first().waitFor();
    await at.getByRole("link", { name: new RegExp(PHOTO.name) }).waitFor();
    expect(await at.getByRole("button", { name: /^راستی‌آزمایی/ }).count()).toBe(0);
  }

  /** Whoever issued it opens the photo as it was taken, and verifies. */
  async function verify(page: Page, { id, issuer }: Debt): Promise<void> {
    await page.goto(`/${issuer}/obligations/${id}`);
    await page.getByText(DONE).waitFor();
    const photo = page.getByRole("link", { name: new RegExp(PHOTO.name) });
    const given = await page.request.get((await photo.getAttribute("href")) ?? "");
    expect(given.headers()["content-type"]).toBe("image/png");
    expect((await given.body()).equals(PHOTO.buffer)).toBe(true);
    await page.getByRole("button", { name: /^راستی‌آزمایی/ }).click();
    await page.getByText("راستی‌آزمایی شد").first().waitFor();
    const [kept] = await ownerRows<{ state: string; reporter: string; verifier: string }>(
      "select state, reported_by_key as reporter, verified_by_key as verifier from obligation where id = $1",
      [id],
    );
    expect(kept).toMatchObject({ state: "verified" });
    expect(kept?.verifier).not.toBe(kept?.reporter);
  }

  /** From the sheet of the office to the verification by whoever issued it. */
  return async (debt: Debt): Promise<void> => {
    const door = await doorOf(debt);
    phone ??= country().stranger(PHONE);
    await report(await phone, door, debt);
    await verify(await staffOf(country(), debt.issuer), debt);
  };
}
