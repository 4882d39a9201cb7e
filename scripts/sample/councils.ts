import { organisations } from "../../prisma/seed/organisations";
import { GROUPS_OF_FIVE } from "~/areas/bodies/choices";
import { addDays, type IsoDate } from "~/lib/jalali";
import type { Country } from "./country";
import type { Office } from "./offices";
import { instantOf, type Plan } from "./plan";
import type { Holders } from "./posts";
import { chance } from "./random";
import { FAMILY_NAMES, GIVEN_NAMES } from "./words";

const FOUNDED = new Date("2024-05-11T08:30:00Z");
const FIVE_OF = new Map(organisations.map(({ code, groupOfFive }) => [code, groupOfFive]));

/** The public-relations council of a county with its training committee, and the steering council of its province. */
export function makeCouncils(
  country: Country,
  { county, province }: { county: number; province: number },
  offices: Map<number, Office[]>,
  holders: Holders,
  plan: Plan,
): void {
  const made = chance(1412);
  const name = () => `${made.pick(GIVEN_NAMES)} ${made.pick(FAMILY_NAMES)}`;
  const postOf = (place: number, role: string) => holders.get(`${place} ${role}`)?.postId ?? null;
  const found = (place: number, council: Record<string, unknown>) => {
    const id = made.id(FOUNDED);
    const keeper = holders.get(`${place} ${place === county ? "assistant" : "provincial-expert"}`);
    country.add("council", {
      division_id: place,
      id,
      parent_id: null,
      duties: null,
      least_of_five: "{}",
      least_members: null,
      most_members: null,
      quorum_count: null,
      invites_pr: false,
      created_by_key: keeper?.accountId ?? "",
      created_at: FOUNDED,
      revision: 1,
      ...council,
    });
    let order = made.between(100, 400);
    return {
      id,
      seat: (
        seat: string,
        roleTitle: string,
        more: { office?: Office; endsOn?: string; name?: string } = {},
      ) =>
        country.add("council_member", {
          division_id: place,
          id: made.id(FOUNDED),
          council_id: id,
          seat,
          office_id: more.office?.id ?? null,
          name: more.name ?? name(),
          role_title: roleTitle,
          group_of_five: null,
          order_number: seat === "guest" ? null : `${++order}/${made.between(1000, 9000)}`,
          starts_on: "2024-06-01",
          ends_on: more.endsOn ?? null,
          created_by_key: keeper?.accountId ?? "",
          created_at: FOUNDED,
          revision: 1,
        }),
    };
  };

  const relations = found(county, {
    kind: "council",
    name_fa: "شورای هماهنگی روابط عمومی‌های شهرستان",
    name_en: "County council of public-relations units",
    basis: "دستورالعمل روابط عمومی‌ها، بند ۳ و بند ۶",
    duties: "هماهنگی برنامه‌های اطلاع‌رسانی ادارات، برنامه ملاقات‌های مردمی و گزارش ماهانه به دبیرخانه شورا",
    chair_post_id: postOf(county, "governor"),
    secretary_post_id: postOf(county, "assistant"),
    quorum_kind: "half",
    first_number: 3,
    invites_pr: true,
    founded_on: "2024-05-11",
    least_members: 9,
  });
  relations.seat("chair", "فرماندار", { name: holders.get(`${county} governor`)?.name ?? name() });
  relations.seat("secretary", "دستیار فرماندار در امر مردمی‌سازی", {
    name: holders.get(`${county} assistant`)?.name ?? name(),
  });
  const bodies = (offices.get(county) ?? []).filter(({ kind }) => kind === "executive");
  // Every third body, so that the members come from several of the five groups.
  const spread = bodies.filter((_, index) => index % 3 === 0).slice(0, 7);
  for (const [index, office] of spread.entries())
    relations.seat("member", "مدیر روابط عمومی", {
      office,
      ...(index === 2 && { endsOn: addDays(plan.today, 40) }),
    });
  relations.seat("guest", "خبرنگار رسانه محلی");
  const session = (day: IsoDate, more: Record<string, unknown>) => {
    const id = made.id(instantOf(addDays(plan.today, -900)));
    country.add("meeting", {
      division_id: county,
      id,
      kind: "council",
      type_code: "pr-assembly",
      council_id: relations.id,
      title: "مجمع عمومی شورای روابط عمومی",
      held_on: day,
      starts_at: "10:00",
      ends_at: "12:00",
      place: "سالن جلسه‌های فرمانداری",
      chair_post_id: postOf(county, "governor"),
      secretary_post_id: postOf(county, "assistant"),
      created_at: instantOf(addDays(day, -12)),
      created_by_key: holders.get(`${county} assistant`)?.accountId ?? "",
      revision: 1,
      ...more,
    });
  };
  for (const [index, days] of [-106, -43].entries())
    session(addDays(plan.today, days), {
      state: "held",
      sequence_number: 3 + index,
      announced_at: instantOf(addDays(plan.today, days - 9)),
      chair_name: holders.get(`${county} governor`)?.name ?? null,
    });
  session(addDays(plan.today, 18), { state: "draft", chair_name: null });
  const training = found(county, {
    kind: "committee",
    name_fa: "کمیته آموزش روابط عمومی‌ها",
    name_en: "Training committee of public relations",
    parent_id: relations.id,
    basis: "مصوبه نخستین جلسه شورا",
    quorum_kind: "count",
    quorum_count: 3,
    first_number: 1,
    founded_on: "2024-07-02",
  });
  training.seat("chair", "رئیس دانشگاه پیام نور");
  for (const office of spread.slice(2, 5)) training.seat("member", "کارشناس روابط عمومی", { office });

  const steering = found(province, {
    kind: "council",
    name_fa: "شورای راهبری توسعه مدیریت استان",
    name_en: "Provincial steering council for management development",
    basis: "ماده ۲ مصوبه ۲۰۶/۹۳/۱۱۸۵۲ شورای عالی اداری و نامه ۵۰۴۹۵۶",
    duties: "تأیید گزارش‌های تحلیلی ادواری اصلاح نظام اداری و تشکیل کمیته‌های تخصصی",
    secretary_post_id: postOf(province, "representative"),
    least_of_five: JSON.stringify(Object.fromEntries(GROUPS_OF_FIVE.map((five) => [five, 1]))),
    quorum_kind: "two-thirds",
    first_number: 12,
    founded_on: "2019-11-30",
  });
  steering.seat("chair", "استاندار");
  steering.seat("secretary", "رئیس سازمان مدیریت و برنامه‌ریزی");
  // One of the five groups has nobody: the page says so.
  for (const five of GROUPS_OF_FIVE.slice(0, -1)) {
    const ofGroup = (offices.get(province) ?? []).filter(({ code }) => FIVE_OF.get(code) === five);
    for (const office of ofGroup.slice(0, 2)) steering.seat("member", "مدیرکل", { office });
  }
}
