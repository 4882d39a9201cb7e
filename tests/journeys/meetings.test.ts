import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { ownerRows } from "../setup/owner";
import { DESK, GOLESTAN, GORGAN, PHONE } from "./country";
import { stepsThroughCountry } from "./steps";

const country = stepsThroughCountry();

const TITLE = "کارگروه پایش تعهدهای آب";
const ITEM = "تانکررسانی روستای زیارت";
const RESOLUTION = "آبرسانی سیار روستای زیارت تا پایان بهمن ادامه یابد.";
const MENDED = "آبرسانی سیار روستای زیارت تا پایان بهمن، هفته‌ای دو بار، ادامه یابد.";
const CORRECTED = "آبرسانی سیار روستای زیارت تا پایان بهمن، هفته‌ای سه بار، ادامه یابد.";
const GUEST = { name: "کوروش مازندرانی", mobile: "09115552201" };
const DEPUTY = { name: "آرش کلاله", mobile: "09115552203" };
const WALK_IN = { name: "پرستو شمالی", mobile: "09115552202", stored: "+989115552202" };

/** The office of Gorgan that has most to acknowledge. */
async function debtor() {
  const [found] = await ownerRows<{ id: string; name: string; open: number }>(
    `select o.id, o.name_fa as name, count(*)::int as open from obligation b
     join office o on o.division_id = b.division_id and o.id = b.office_id
     where b.division_id = $1 and b.state = 'issued' and o.closed_on is null
     group by o.id, o.name_fa order by count(*) desc, o.id limit 1`,
    [GORGAN],
  );
  if (!found) throw new Error("No office of Gorgan has anything to acknowledge");
  return found;
}

const toAcknowledge = async (officeId: string) =>
  (
    await ownerRows(
      "select 1 from obligation where division_id = $1 and office_id = $2 and state = 'issued'",
      [GORGAN, officeId],
    )
  ).length;

const invited = () =>
  ownerRows<{
    name: string;
    number: number;
    reply: string | null;
    attended: string | null;
    by: string | null;
  }>(
    `select i.name, i.number, i.reply, i.attended, i.marked_by as by from meeting_invitation i
     join meeting m on m.division_id = i.division_id and m.id = i.meeting_id
     where m.division_id = $1 and m.title = $2 order by i.number`,
    [GORGAN, TITLE],
  );
const rowOf = async (name: string) => (await invited()).find((row) => row.name === name);

/** Opens the page of the meeting that is walked through, or of a part of it. */
async function open(page: Page, part = "") {
  await page.goto(`${meeting}${part}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

let meeting = "";
/** The address of the office's personal link. */
let link = "";
let owes = { id: "", name: "", open: 0 };
const meetingId = () => meeting.split("/").at(-1) ?? "";
const told = () =>
  ownerRows<{ to: string | null }>(
    "select guest_name as to from message where about = $1 and kind = 'meeting-invited' order by 1",
    [`meeting:${meetingId()}`],
  );

describe("a meeting, from its series to the agenda of the next one", () => {
  test("a weekly series stands as drafts whose agendas are laid out, and nobody above knows of it", async () => {
    const page = await country().as("gorgan");
    await page.goto(`/${GORGAN}/meetings/series/new`);
    await page.getByLabel("گونه جلسه").selectOption({ label: "کمیته یا کارگروه" });
    await page.getByLabel("عنوان یا موضوع").fill(TITLE);
    await page.getByLabel("هر چند هفته، در یک روز هفته").check();
    await page.getByLabel(/^روز هفته/).selectOption({ label: "پنجشنبه" });
    await page.getByLabel("ساعت آغاز").fill("۱۵:۰۰");
    await page.getByLabel("ساعت پایان").fill("۱۶:۳۰");
    await page.getByLabel(/^محل/).fill("اتاق جلسه معاونت");
    await page.getByLabel("همان روز می‌ماند").check();
    await page.getByRole("button", { name: "ساختن سری" }).click();
    await page.getByRole("heading", { name: TITLE, level: 1 }).waitFor();
    const drafts = await ownerRows<{ day: string }>(
      "select held_on::text as day from meeting where division_id = $1 and title = $2 and state = 'draft' order by 1",
      [GORGAN, TITLE],
    );
    expect(drafts[0]?.day).toBe("2026-12-24");
    expect(drafts).toHaveLength(18);
    await page.getByRole("table").getByRole("link").first().click();
    await page.getByText("این جلسه هنوز پیش‌نویس است").waitFor();
    meeting = new URL(page.url()).pathname;
    const above = await country().as("golestan");
    expect((await above.goto(meeting.replace(String(GORGAN), "28000")))?.status()).toBe(404);
  });

  test("she writes what it is about, and invites an office that owes and a guest with running numbers", async () => {
    const page = await country().as("gorgan");
    owes = await debtor();
    await open(page, "/agenda");
    await page.getByLabel("بند", { exact: true }).fill(ITEM);
    await page.getByLabel(/^دقیقه/).fill("۲۰");
    await page.getByRole("button", { name: "افزودن بند" }).click();
    await page.getByRole("listitem").filter({ hasText: ITEM }).waitFor();
    await open(page, "/invited/new");
    await page.getByLabel(owes.name, { exact: true }).check();
    await page.getByRole("button", { name: "دعوت دستگاه‌های برگزیده" }).click();
    await page.getByText("۱ نفر دعوت شدند.").waitFor();
    await open(page, "/invited/new");
    await page.getByLabel("نام و نام خانوادگی").fill(GUEST.name);
    await page.getByLabel("شماره همراه").fill(GUEST.mobile);
    await page.getByRole("button", { name: "دعوت مهمان" }).click();
    await page.getByText("۱ نفر دعوت شدند.").waitFor();
    expect((await invited()).map(({ name, number }) => ({ name, number }))).toEqual([
      { name: owes.name, number: 1 },
      { name: GUEST.name, number: 2 },
    ]);
    // Of a draft nobody is told.
    expect(await told()).toEqual([]);
  });

  test("once she announces it, the worker tells each of them once, and the province sees it", async () => {
    const page = await country().as("gorgan");
    await open(page, "/announce");
    await page.getByLabel("شماره دعوت‌نامه").fill("۲۸۰۰۵/۱۴۰۵/۹۱");
    await page.getByRole("button", { name: "اعلام جلسه" }).click();
    await page.getByText("جلسه اعلام شد.").waitFor();
    await expect.poll(told, { timeout: 20_000 }).toContainEqual({ to: GUEST.name });
    const above = await country().as("golestan");
    expect((await above.goto(meeting.replace(String(GORGAN), "28000")))?.status()).toBe(200);
  });

  test("the office opens its personal link on a phone, says that it comes, and answers a debt by a tap", async () => {
    const page = await country().as("gorgan");
    await open(page, "/invited");
    await page.getByRole("link", { name: owes.name }).click();
    link = new URL(await page.getByLabel("پیوند شخصی", { exact: true }).inputValue()).pathname;
    const invitee = await country().stranger(PHONE);
    await invitee.goto(link);
    await invitee.getByLabel("می‌آیم", { exact: true }).check();
    await invitee.getByRole("button", { name: "ثبت پاسخ" }).click();
    await invitee.getByText("پاسخ شما ثبت شد.").waitFor();
    expect((await rowOf(owes.name))?.reply).toBe("yes");
    await invitee.getByRole("button", { name: "اعلام وصول" }).first().click();
    await invitee.waitForURL(/answered/);
    expect(await toAcknowledge(owes.id)).toBe(owes.open - 1);
    // Nobody else's door, and nothing beyond it.
    expect((await invitee.goto(`${link}x`))?.status()).toBe(404);
    expect((await invitee.goto(meeting))?.url()).toContain("/sign-in");
    await invitee.context().close();
  });

  test("the guest names a deputy with a number, who opens a link of his own and answers for nobody", async () => {
    const page = await country().as("gorgan");
    await open(page, "/invited");
    await page.getByRole("link", { name: GUEST.name }).click();
    const own = new URL(await page.getByLabel("پیوند شخصی", { exact: true }).inputValue()).pathname;
    const invitee = await country().stranger(PHONE);
    await invitee.goto(own);
    await invitee.getByLabel("نماینده می‌فرستم").check();
    await invitee.getByLabel("نام نماینده").fill(DEPUTY.name);
    await invitee.getByLabel(/^شماره همراه نماینده/).fill(DEPUTY.mobile);
    await invitee.getByRole("button", { name: "ثبت پاسخ" }).click();
    await invitee.getByText("پاسخ شما ثبت شد.").waitFor();
    await expect.poll(told, { timeout: 20_000 }).toContainEqual({ to: DEPUTY.name });
    // The link as sending makes it: its token is kept nowhere else.
    const token = "a-token-of-the-deputy-as-long-as-others-are";
    await ownerRows(
      `insert into personal_link (id, token_hash, kind, division_id, record_id, receiver, created_at, created_by_key, expires_at)
       select gen_random_uuid(), encode(sha256($2::bytea), 'hex'), link_purpose, division_id, link_record_id,
         'guest:' || typed_address, now(), 'test', link_until from message where about = $1 and guest_name = $3`,
      [`meeting:${meetingId()}`, token, DEPUTY.name],
    );
    const his = `/i/${token}`;
    await invitee.goto(his);
    expect((await invitee.locator("main").innerText()).includes(TITLE)).toBe(true);
    await invitee.getByText(`${DEPUTY.name}، شما به نمایندگی دعوت‌شده به این جلسه می‌آیید.`).waitFor();
    expect(await invitee.getByRole("button", { name: "ثبت پاسخ" }).count()).toBe(0);
    // He comes himself after all: the deputy's link ends with that.
    await invitee.goto(own);
    await invitee.getByLabel("می‌آیم", { exact: true }).check();
    await invitee.getByRole("button", { name: "ثبت پاسخ" }).click();
    await invitee.getByText("پاسخ شما ثبت شد.").waitFor();
    expect((await invitee.goto(his))?.status()).toBe(404);
    await invitee.context().close();
  });

  test("it sits: the office says by the code that it is there, the guest is ticked, and somebody came uninvited", async () => {
    const page = await country().as("gorgan");
    await open(page, "/session");
    await page.getByRole("button", { name: "آغاز جلسه" }).click();
    await page.getByText("دعوت‌شدگان این کد را در پیوند خود می‌نویسند.").waitFor();
    const [session] = await ownerRows<{ code: string }>(
      "select code from meeting_session where meeting_id = $1",
      [meetingId()],
    );
    const invitee = await country().stranger(PHONE);
    await invitee.goto(link);
    await invitee.getByLabel("کد جلسه").fill(session?.code ?? "");
    await invitee.getByRole("button", { name: "من در جلسه‌ام" }).click();
    await invitee.getByText("حضور شما ثبت شده است.").waitFor();
    await invitee.context().close();

    await page.setViewportSize(PHONE);
    await open(page, "/attendance");
    await page.getByText("با کد").waitFor();
    await page
      .getByRole("listitem")
      .filter({ hasText: GUEST.name })
      .getByRole("button", { name: "حاضر" })
      .click();
    await expect.poll(async () => (await rowOf(GUEST.name))?.attended).toBe("present");
    await page.getByLabel("نام و نام خانوادگی").fill(WALK_IN.name);
    await page.getByLabel("شماره همراه").fill(WALK_IN.mobile);
    await page.getByLabel("می‌پذیرد به شبکه مردمی دعوت شود").check();
    await page.getByRole("button", { name: "افزودن" }).click();
    await page.getByText("به فهرست حاضران افزوده شد.").waitFor();
    expect((await invited()).map(({ name, attended, by }) => [name, attended, by])).toEqual([
      [owes.name, "present", "code"],
      [GUEST.name, "present", "list"],
      [WALK_IN.name, "present", "list"],
    ]);
    await expect
      .poll(
        () =>
          ownerRows("select full_name, state from join_request where division_id = $1 and mobile = $2", [
            GORGAN,
            WALK_IN.stored,
          ]),
        { timeout: 20_000 },
      )
      .toEqual([{ full_name: WALK_IN.name, state: "waiting" }]);
    await page.setViewportSize(DESK);
  });

  test("what comes of its item is written while they sit; when it ends, its counts are those of the list", async () => {
    const page = await country().as("gorgan");
    await open(page, "/session");
    await page.getByLabel(/^دستور/).selectOption({ label: ITEM });
    await page.getByLabel(/^متن/).fill(RESOLUTION);
    await page.getByText("بر عهده، مهلت، گوینده، بندها").click();
    await page.getByLabel(/^بر عهده/).fill(owes.name);
    await page.getByLabel(/^مهلت/).fill("تا یک ماه");
    await page.getByRole("button", { name: "ثبت نتیجه" }).click();
    const item = page.locator("section, li, div").filter({ hasText: ITEM });
    await item.getByText(RESOLUTION).first().waitFor();
    await page.getByRole("button", { name: "پایان جلسه" }).click();
    await page.waitForURL((url) => url.pathname === meeting);
    expect(
      await ownerRows(
        "select participants, count from meeting_attendance where meeting_id = $1 and count > 0 order by 1",
        [meetingId()],
      ),
    ).toEqual([
      { participants: "bodies", count: 2 },
      { participants: "people", count: 1 },
    ]);
    expect(
      await ownerRows(
        "select kind, text, parties_written as parties from meeting_outcome where meeting_id = $1",
        [meetingId()],
      ),
    ).toEqual([{ kind: "resolution", text: RESOLUTION, parties: owes.name }]);
  });

  test("an expert and she work on its minutes at once and lose nothing; she comments on them, and he answers her", async () => {
    const expert = await country().as("gorgan-expert");
    await open(expert, "/minutes");
    await expert.getByRole("button", { name: "نوشتن صورت‌جلسه" }).click();
    await expert.waitForURL(/\/minutes\/review\//);
    const page = await country().as("gorgan");
    const formOf = async (reader: Page) => {
      await reader.getByRole("link", { name: "ویرایش مصوبه ۱" }).click();
      const form = reader.locator("#open form");
      await form.getByRole("textbox", { name: "متن مصوبه" }).waitFor();
      return form;
    };
    await page.goto(expert.url());
    const hers = await formOf(page);
    const his = await formOf(expert);
    await hers.getByRole("textbox", { name: "متن مصوبه" }).fill(MENDED);
    await hers.getByRole("button", { name: "ذخیره", exact: true }).click();
    await page.getByText(MENDED).first().waitFor();
    // He had the form open before she saved: he is told what she saved, and nothing of either is lost.
    await his.getByRole("radio", { name: "نسبی" }).check();
    await his.getByRole("textbox", { name: "چند روز یا ماه" }).fill("۲");
    await his.getByRole("button", { name: "ذخیره", exact: true }).click();
    await expert.getByText("نوشته دیگری که در این میان ثبت شده است").first().waitFor();
    expect(await his.getByRole("textbox", { name: "چند روز یا ماه" }).inputValue()).toBe("۲");
    const take = expert.getByRole("button", { name: "برداشتن این نوشته" });
    await his.locator("li, div").filter({ hasText: MENDED, has: take }).last().getByRole("button").click();
    expect(await his.getByRole("textbox", { name: "متن مصوبه" }).inputValue()).toBe(MENDED);
    await his.getByRole("button", { name: "ذخیره", exact: true }).click();
    const kept = async () =>
      (
        await ownerRows<{ text: string; count: string }>(
          `select review->'resolutions'->0->>'text' as text, review->'resolutions'->0->'deadline'->>'count' as count
           from minutes_draft where meeting_id = $1`,
          [meetingId()],
        )
      )[0];
    await expect.poll(kept).toEqual({ text: MENDED, count: "2" });
    await expert.getByRole("link", { name: "به نظر و تصویب" }).first().click();
    await expert.waitForURL((url) => url.pathname === `${meeting}/minutes`);
    await expert.getByRole("button", { name: "باز کردن برای نظر" }).click();
    await expert.getByText("برای نظر باز است تا پایان").waitFor();

    await open(page, "/minutes");
    await page.getByLabel("نظر شما").fill("مهلت یک ماه با برنامه تانکرها می‌خواند.");
    await page.getByRole("button", { name: "ثبت نظر" }).click();
    await page.getByText("با برنامه تانکرها می‌خواند").waitFor();
    await open(expert, "/minutes");
    await expert.getByLabel("نتیجه این نظر").fill("همین ماند.");
    await expert.getByRole("button", { name: "ثبت نتیجه" }).click();
    await expert.getByText("همین ماند.").waitFor();
    await expert.getByRole("button", { name: "پایان نظرخواهی" }).click();
    await expert.getByText("نظرخواهی پایان یافته است").waitFor();
    expect(await expert.getByRole("button", { name: "تصویب صورت‌جلسه" }).count()).toBe(0);
  });

  test("the governor approves them: they are frozen and numbered, and the office owes what was resolved", async () => {
    const owed = () =>
      ownerRows<{ office: string; state: string }>(
        "select office_id::text as office, state from obligation where division_id = $1 and text = $2",
        [GORGAN, MENDED],
      );
    expect(await owed()).toEqual([]);
    const governor = await country().as("gorgan-governor");
    await open(governor, "/minutes");
    await governor.getByRole("button", { name: "تصویب صورت‌جلسه" }).click();
    await governor.getByText("صورت‌جلسه تصویب و مصوبه‌ها ابلاغ شد.").waitFor();
    expect(await owed()).toEqual([{ office: owes.id, state: "issued" }]);
    const [version] = await ownerRows<{ version: number; by: string }>(
      "select version, approved_by_name as by from minutes_version where meeting_id = $1",
      [meetingId()],
    );
    expect(version).toMatchObject({ version: 1 });
    await governor.getByRole("link", { name: "متن نسخه ۱" }).click();
    await governor.getByText(MENDED).first().waitFor();
    await governor
      .getByText(version?.by ?? "")
      .first()
      .waitFor();
  });

  test("he corrects them: version 2 shows what it changes, version 1 stays, and the office owes the corrected words once", async () => {
    const governor = await country().as("gorgan-governor");
    await open(governor, "/minutes");
    await governor.getByLabel("دلیل تصحیح").fill("شمار روزهای آبرسانی اشتباه نوشته شده بود.");
    await governor.getByRole("button", { name: "آغاز نسخه تازه" }).click();
    const expert = await country().as("gorgan-expert");
    await governor.getByText("تصحیح نسخه ۱").first().waitFor();
    await open(expert, "/minutes");
    await expert.getByRole("link", { name: "ویرایش متن" }).click();
    await expert.waitForURL(/\/minutes\/review\//);
    await expert.getByRole("link", { name: "ویرایش مصوبه ۱" }).click();
    const form = expert.locator("#open form");
    await form.getByRole("textbox", { name: "متن مصوبه" }).fill(CORRECTED);
    await form.getByRole("button", { name: "ذخیره", exact: true }).click();
    await expert.getByText(CORRECTED).first().waitFor();
    await expert.getByRole("link", { name: "به نظر و تصویب" }).first().click();
    await expert.waitForURL((url) => url.pathname === `${meeting}/minutes`);
    await expert.getByRole("button", { name: "باز کردن برای نظر" }).click();
    await expert.getByRole("button", { name: "پایان نظرخواهی" }).click();
    await expert.getByText("نظرخواهی پایان یافته است").waitFor();

    await open(governor, "/minutes");
    await governor.getByText("نسخه پیشین می‌ماند").waitFor();
    await governor.getByRole("button", { name: "تصویب صورت‌جلسه" }).click();
    await governor.getByText("صورت‌جلسه تصویب و مصوبه‌ها ابلاغ شد.").waitFor();
    expect(
      await ownerRows(
        `select office_id::text as office, text from obligation where division_id = $1 and text = any($2)`,
        [GORGAN, [MENDED, CORRECTED]],
      ),
    ).toEqual([{ office: owes.id, text: CORRECTED }]);
    await governor.getByRole("link", { name: "متن نسخه ۲" }).click();
    await governor.getByRole("heading", { name: "تغییر نسبت به نسخه ۱" }).waitFor();
    expect(await governor.locator("del").allInnerTexts()).toEqual([expect.stringContaining("دو")]);
    expect(await governor.locator("ins").allInnerTexts()).toEqual([expect.stringContaining("سه")]);
    await open(governor, "/minutes");
    await governor.getByRole("link", { name: "متن نسخه ۱" }).click();
    await governor.getByText(MENDED).first().waitFor();
    expect(await governor.getByText(CORRECTED).count()).toBe(0);
  });

  test("the agenda of next week's meeting follows it up", async () => {
    const [next] = await ownerRows<{ id: string }>(
      `select id from meeting where division_id = $1 and title = $2 and state = 'draft' order by held_on limit 1`,
      [GORGAN, TITLE],
    );
    const page = await country().as("gorgan");
    await page.goto(`/${GORGAN}/meetings/${next?.id ?? ""}/agenda`);
    await page.getByRole("button", { name: "آوردن تعهدها و مانع‌های تازه" }).click();
    await page.getByRole("listitem").filter({ hasText: CORRECTED }).first().waitFor();
  });

  test("she carries next week's draft to the day before in the calendar, and back; of an announced one she is asked", async () => {
    const page = await country().as("gorgan");
    const days = () =>
      ownerRows<{ day: string }>(
        `select held_on::text as day from meeting where division_id = $1 and title = $2 and state = 'draft'
         and held_on between '2026-12-26' and '2027-01-01'`,
        [GORGAN, TITLE],
      );
    await page.goto(`/${GORGAN}/meetings/calendar?view=week&on=2026-12-31`);
    await page.getByText("جلسه یا بازدید در پیش را بکشید").waitFor();
    const wednesday = page.locator("tbody td").nth(4);
    await page.getByRole("link", { name: new RegExp(TITLE) }).dragTo(wednesday);
    await expect.poll(days).toEqual([{ day: "2026-12-30" }]);
    await wednesday.getByRole("link", { name: new RegExp(TITLE) }).waitFor();
    await page.getByRole("button", { name: /^برگرداندن/ }).click();
    await expect.poll(days).toEqual([{ day: "2026-12-31" }]);

    const announced = page.locator("tbody td").nth(3).getByRole("link");
    await announced.first().dragTo(page.locator("tbody td").nth(2));
    await page.waitForURL(/\/move\?day=2026-12-28$/);
    await page.getByText("همه دعوت‌شدگان یک بار از جابه‌جایی آگاه می‌شوند.").waitFor();
    expect(await page.getByLabel("روز", { exact: true }).inputValue()).toBe("۱۴۰۵/۱۰/۰۷");
  });

  test("the province's monthly meeting is laid out over Nowruz, once in each month, and its agenda fills itself", async () => {
    const page = await country().as("golestan");
    const title = "جلسه ماهانه پیگیری دستگاه‌های استان";
    await page.goto(`/${GOLESTAN}/meetings/series/new`);
    await page.getByLabel("گونه جلسه").selectOption("monthly-provincial");
    await page.getByLabel("عنوان یا موضوع").fill(title);
    await page.getByLabel("هر چند ماه، در یک روز ماه").check();
    await page.getByLabel(/^روز ماه/).fill("۱");
    await page.getByLabel("ساعت آغاز").fill("۹");
    await page.getByLabel("ساعت پایان").fill("۱۱");
    await page.getByLabel(/^محل/).fill("سالن استانداری");
    await page.getByRole("button", { name: "ساختن سری" }).click();
    await page.getByRole("heading", { name: title, level: 1 }).waitFor();
    const drafts = await ownerRows<{ id: string; day: string }>(
      `select id, held_on::text as day from meeting where division_id = $1 and title = $2 and state = 'draft' order by held_on`,
      [GOLESTAN, title],
    );
    // The first of Bahman, Esfand, Farvardin and Ordibehesht, or the first working day after it.
    expect(drafts.map(({ day }) => day)).toEqual(["2027-01-23", "2027-02-20", "2027-03-27", "2027-04-21"]);
    await page.goto(`/${GOLESTAN}/meetings/calendar?on=2027-03-27`);
    await page.getByRole("heading", { name: "فروردین ۱۴۰۶", level: 1 }).waitFor();
    const week = page.locator("tbody tr").filter({ hasText: title });
    expect(await week.locator("td").first().innerText()).toMatch(/^۷\s/);
    // Paper shows the month as a table however narrow the screen was, and nothing to press.
    await page.setViewportSize(PHONE);
    await page.emulateMedia({ media: "print" });
    expect(await week.first().isVisible()).toBe(true);
    expect(await page.getByRole("button", { name: "ساختن نشانی تازه" }).isVisible()).toBe(false);
    expect(await page.getByText("جلسه یا بازدید در پیش را بکشید").isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
    await page.setViewportSize(DESK);
    await page.goto(`/${GOLESTAN}/meetings/${drafts[0]?.id ?? ""}/agenda`);
    await page.getByRole("button", { name: "آوردن تعهدها و مانع‌های تازه" }).click();
    await expect
      .poll(async () =>
        ownerRows(
          `select distinct source_kind as source from agenda_item where meeting_id = $1 and source_kind is not null order by 1`,
          [drafts[0]?.id],
        ),
      )
      .toEqual([{ source: "obligation" }, { source: "obstacle" }]);
  });
});
