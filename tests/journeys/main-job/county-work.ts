import { expect, test } from "vitest";
import { ownerRows } from "../../setup/owner";
import { GOLESTAN, GORGAN, goTo, isTold, type Country } from "../country";

/** 6a: what a county's assistant records of the people around her. */
export function countyWork(country: () => Country) {
  test("Gorgan's assistant forms a circle and registers two members in it", async () => {
    const page = await country().as("gorgan");
    await goTo(page, "شبکه");
    await page.getByRole("link", { name: "حلقه‌ها" }).first().click();
    await page.getByRole("link", { name: "تشکیل حلقه" }).first().click();
    await page.getByLabel("نام حلقه").fill("چشمه‌یاران زیارت");
    await page.getByLabel("موضوع").fill("آب آشامیدنی روستا");
    await page.getByLabel("محل گردهمایی").fill("مسجد جامع زیارت");
    await page.getByLabel("تاریخ تشکیل").fill("۱۴۰۵/۰۹/۲۰");
    await page.getByRole("button", { name: "ثبت حلقه" }).click();
    await page.getByRole("heading", { name: "چشمه‌یاران زیارت" }).waitFor();

    for (const member of MEMBERS) {
      await page.getByRole("link", { name: "افزودن عضو به این حلقه" }).click();
      await page.getByLabel("نام و نام خانوادگی").fill(member.name);
      await page.getByLabel("شماره همراه").fill(member.mobile);
      await page.getByLabel(member.tier).check();
      await page.getByLabel("محل (روستا، محله، شهر)").fill("زیارت");
      expect(await page.getByLabel("چشمه‌یاران زیارت").isChecked()).toBe(true);
      await page.getByRole("button", { name: "ثبت عضو" }).click();
      await page.getByRole("heading", { name: member.name }).waitFor();
      await page.getByRole("link", { name: "چشمه‌یاران زیارت", exact: true }).click();
    }
    await page.getByText("۲ عضو").first().waitFor();

    const kept = await ownerRows(
      `select p.full_name, p.mobile, p.tier from person p join membership m on m.division_id = p.division_id
         and m.person_id = p.id join circle c on c.division_id = m.division_id and c.id = m.circle_id
       where c.name = 'چشمه‌یاران زیارت' order by p.mobile`,
    );
    expect(kept).toEqual([
      { full_name: "ناهید سعیدی", mobile: "+989113709148", tier: "core" },
      { full_name: "مهدی درویشی", mobile: "+989113709149", tier: "active" },
    ]);
  });

  test("a link changes the page without loading a document anew; with a key held it opens another tab", async () => {
    const page = await country().as("gorgan");
    const documents: string[] = [];
    const listen = (request: { isNavigationRequest: () => boolean; url: () => string }) =>
      request.isNavigationRequest() && documents.push(request.url());
    page.on("request", listen);
    await goTo(page, "شبکه");
    await page.getByRole("link", { name: "به ترتیب نام" }).click();
    await page.waitForURL(/view=name/);
    await page.goBack();
    await page.waitForURL((url) => url.search === "");
    expect(documents).toEqual([]);
    const opened = page.context().waitForEvent("page");
    await page.getByRole("link", { name: "به ترتیب نام" }).click({ modifiers: ["ControlOrMeta"] });
    const tab = await opened;
    await tab.waitForURL(/view=name/);
    expect(page.url()).not.toContain("view=name");
    await tab.close();
    page.off("request", listen);
    await page.getByRole("link", { name: "حلقه‌ها" }).first().click();
    await page.getByRole("link", { name: "چشمه‌یاران زیارت" }).click();
    await page.getByRole("heading", { name: "چشمه‌یاران زیارت" }).waitFor();
  });

  test("she calls one of them and records how it ended", async () => {
    const page = await country().as("gorgan");
    await page.getByRole("link", { name: "ناهید سعیدی", exact: true }).first().click();
    await page.getByRole("link", { name: "ثبت تماس" }).first().click();
    await page.getByText("یادداشت، تاریخ دیگر، تماس بعدی").click();
    await page.getByLabel("یادداشت").fill("پمپ چاه دوباره از کار افتاده است؛ جمعه جلسه می‌گذارند.");
    await page.getByRole("button", { name: "پاسخ داد" }).click();
    await page.getByText("تماس با ناهید سعیدی ثبت شد").waitFor();
    const [contact] = await ownerRows(
      `select c.outcome, c.channel, c.note from contact c join person p on p.division_id = c.division_id
         and p.id = c.person_id where p.full_name = 'ناهید سعیدی' and p.mobile = '+989113709148'`,
    );
    expect(contact).toMatchObject({ outcome: "reached", channel: "phone" });
  });

  test("she records three held meetings of the three kinds, with who was there", async () => {
    const page = await country().as("gorgan");
    for (const meeting of MEETINGS) {
      await goTo(page, "جلسه‌ها");
      await page.getByRole("link", { name: "ثبت جلسه برگزارشده" }).first().click();
      await page.getByLabel(meeting.kind).check();
      await page.getByLabel("عنوان یا موضوع").fill(meeting.title);
      await page.getByLabel("تاریخ برگزاری").fill(meeting.heldOn);
      await page.getByLabel("ساعت آغاز").fill("۱۶:۳۰");
      await page.getByLabel("ساعت پایان").fill("۱۸");
      await page.getByRole("textbox", { name: /^محل/ }).fill("زیارت");
      for (const [group, count] of Object.entries(meeting.present))
        await page.getByRole("textbox", { name: group }).fill(count);
      await page.getByLabel("خلاصه و نتیجه").fill("قرار شد لوله‌کشی از چاه دوم آغاز شود.");
      await page.getByRole("button", { name: "ثبت جلسه" }).click();
      await page.getByRole("heading", { name: meeting.title }).waitFor();
    }
    const held = await ownerRows(
      `select m.kind, m.held_on::text as day, json_object_agg(a.participants, a.count) as present
       from meeting m join meeting_attendance a on a.division_id = m.division_id and a.meeting_id = m.id
       where m.division_id = $1 and m.title = any($2) and a.count > 0 group by m.id, m.kind, m.held_on order by 2`,
      [GORGAN, MEETINGS.map(({ title }) => title)],
    );
    expect(held).toEqual([
      { kind: "thematic", day: "2026-12-12", present: { network: 9, bodies: 2 } },
      {
        kind: "among-people",
        day: "2026-12-14",
        present: { network: 4, bodies: 3, municipalities: 1, people: 60 },
      },
      {
        kind: "joint",
        day: "2026-12-16",
        present: { network: 6, bodies: 5, councils: 3, municipalities: 2 },
      },
    ]);
  });

  test("she raises an obstacle, and the province has it at once", async () => {
    const page = await country().as("gorgan");
    await goTo(page, "مانع‌ها");
    await page.getByRole("link", { name: "انعکاس مانع به استان" }).first().click();
    await page.getByLabel("مانع در یک جمله").fill(OBSTACLE);
    await page.getByLabel("مجوز").check();
    await page.getByRole("combobox", { name: "دستگاه مرتبط" }).fill("آب و فاضلاب");
    await page.getByRole("option").first().click();
    await page
      .getByLabel("در شهرستان چه کوششی شد")
      .fill("۱۴۰۵/۰۹/۰۲ نامه به آب منطقه‌ای؛ ۱۴۰۵/۰۹/۱۵ نشست در فرمانداری، بی‌نتیجه.");
    await page.getByLabel("اثر آن بر مردم").fill("۳۲۰ خانوار، هر روز شش ساعت بی‌آب.");
    await page.getByRole("button", { name: "ثبت و ارسال به استان" }).click();
    await page.getByText("مانع ثبت شد و همین حالا نزد استان است.").waitFor();

    const province = await country().as("golestan-expert");
    await goTo(province, "مانع‌ها");
    await province.getByText(OBSTACLE).first().click();
    await province.getByRole("heading", { name: OBSTACLE }).waitFor();
    await province.getByText("از شهرستان گرگان").first().waitFor();
    await isTold(province, GOLESTAN, `گرگان مانعی بازتاب داد: «${OBSTACLE}».`);
  });
}

const OBSTACLE = "مجوز جابه‌جایی چاه آشامیدنی زیارت پانزده ماه است صادر نمی‌شود";

const MEETINGS = [
  {
    kind: /^نشست موضوعی شبکه/,
    title: "آب آشامیدنی روستای زیارت",
    heldOn: "۱۴۰۵/۰۹/۲۱",
    present: { "اعضای شبکه": "۹", "مسئولان دستگاه‌ها": "2" },
  },
  {
    kind: /^حضور مسئولان میان مردم/,
    title: "مدیران آب و راه در مسجد جامع زیارت",
    heldOn: "1405/9/23",
    present: { "اعضای شبکه": "۴", "مسئولان دستگاه‌ها": "۳", "شهرداری‌ها و دهیاری‌ها": "۱", مردم: "۶۰" },
  },
  {
    kind: /^نشست مشترک/,
    title: "نشست مشترک آب و راه بخش مرکزی",
    heldOn: "۲۵ آذر ۱۴۰۵",
    present: {
      "اعضای شبکه": "۶",
      "مسئولان دستگاه‌ها": "۵",
      "شوراهای اسلامی": "۳",
      "شهرداری‌ها و دهیاری‌ها": "۲",
    },
  },
];

const MEMBERS = [
  { name: "ناهید سعیدی", mobile: "۰۹۱۱۳۷۰۹۱۴۸", tier: /^هسته/ },
  { name: "مهدی درویشی", mobile: "+98 911 370 9149", tier: /^فعال/ },
];
