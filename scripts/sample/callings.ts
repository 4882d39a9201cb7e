import { occurrencesOf, type Rule } from "~/areas/meetings/calling/recurrence";
import { addDays, isoOf, jalaliOf, type IsoDate } from "~/lib/jalali";
import { FRIDAYS_ONLY } from "~/lib/working-calendar";
import type { Country } from "./country";
import { instantOf, type Plan } from "./plan";
import type { Chance } from "./random";

/** Who calls meetings in a place, and who presides. */
type Caller = { key: string; chair: { postId: string; name: string }; secretaryPostId: string };
type Item = { section: string; title: string; minutes: number; presenter?: string; source?: Source };
type Source = { kind: "obligation" | "obstacle"; id: string; divisionId: number };
type Room = { id: string; name: string };
type Meeting = {
  type: [code: string, kind: string];
  title: string;
  day: IsoDate;
  hours: [string, string];
  room: Room;
  state: "draft" | "announced";
  series?: { id: string; occurrenceOn: IsoDate };
  number?: string;
  items: readonly Item[];
};

/** Days for which the meetings of a series stand. */
const HORIZON = 124;
const FOLLOW_UP = "پیگیری مصوبات قبل";

function addRoom(
  country: Country,
  chance: Chance,
  place: number,
  name: string,
  seats: number,
  plan: Plan,
  by: string,
): Room {
  const id = chance.id(plan.now);
  country.add("meeting_room", {
    division_id: place,
    id,
    name,
    seats,
    address: "ساختمان مرکزی",
    created_at: plan.now,
    created_by_key: by,
  });
  return { id, name };
}

/** A planned meeting with its agenda. Its id is older than those of meetings held: the newest record is one of these. */
function addMeeting(
  country: Country,
  chance: Chance,
  place: number,
  meeting: Meeting,
  plan: Plan,
  by: Caller,
): void {
  const id = chance.id(instantOf(addDays(plan.today, -900)));
  const [code, kind] = meeting.type;
  const isAnnounced = meeting.state === "announced";
  country.add("meeting", {
    division_id: place,
    id,
    kind,
    type_code: code,
    title: meeting.title,
    held_on: meeting.day,
    starts_at: meeting.hours[0],
    ends_at: meeting.hours[1],
    place: meeting.room.name,
    room_id: meeting.room.id,
    chair_post_id: by.chair.postId,
    chair_name: isAnnounced ? by.chair.name : null,
    secretary_post_id: by.secretaryPostId,
    state: meeting.state,
    announced_at: isAnnounced ? instantOf(addDays(plan.today, -3)) : null,
    invitation_number: meeting.number ?? null,
    series_id: meeting.series?.id ?? null,
    occurrence_on: meeting.series?.occurrenceOn ?? null,
    created_at: instantOf(addDays(plan.today, -5)),
    created_by_key: by.key,
  });
  meeting.items.forEach((item, at) =>
    country.add("agenda_item", {
      division_id: place,
      id: chance.id(plan.now),
      meeting_id: id,
      section: item.section,
      position: at + 1,
      title: item.title,
      minutes: item.minutes,
      presenter: item.presenter ?? null,
      source_kind: item.source?.kind ?? null,
      source_id: item.source?.id ?? null,
      source_division_id: item.source?.divisionId ?? null,
      created_at: instantOf(addDays(plan.today, -5)),
      created_by_key: by.key,
    }),
  );
}

/** A series with its meetings up to the horizon; those after the first are drafts. */
function addSeries(
  country: Country,
  chance: Chance,
  place: number,
  series: Omit<Meeting, "day" | "series" | "state" | "items"> & {
    rule: Rule;
    items: (at: number) => readonly Item[];
  },
  plan: Plan,
  by: Caller,
): void {
  const id = chance.id(plan.now);
  const until = addDays(plan.today, HORIZON);
  const { rule } = series;
  country.add("meeting_series", {
    division_id: place,
    id,
    title: series.title,
    type_code: series.type[0],
    every: rule.every,
    step: rule.step,
    weekday: rule.weekday,
    nth: rule.nth,
    month_day: rule.monthDay,
    starts_on: rule.startsOn,
    starts_at: series.hours[0],
    ends_at: series.hours[1],
    place: series.room.name,
    room_id: series.room.id,
    chair_post_id: by.chair.postId,
    secretary_post_id: by.secretaryPostId,
    on_closed_day: "next-working",
    expanded_until: until,
    created_at: instantOf(addDays(plan.today, -40)),
    created_by_key: by.key,
  });
  occurrencesOf(rule, "next-working", FRIDAYS_ONLY, plan.today, until).forEach(({ occurrenceOn, day }, at) =>
    addMeeting(
      country,
      chance,
      place,
      {
        type: series.type,
        title: series.title,
        hours: series.hours,
        room: series.room,
        number: at === 0 ? series.number : undefined,
        state: at === 0 ? "announced" : "draft",
        day,
        series: { id, occurrenceOn },
        items: series.items(at),
      },
      plan,
      by,
    ),
  );
}

/** Open obligations that a place issued and whose limit is over, each text once. */
function overdue(country: Country, place: number, day: IsoDate, most: number): Item[] {
  const seen = new Set<string>();
  return (country.rows.get("obligation") ?? []).flatMap((row): Item[] => {
    const text = String(row.text);
    const isLate = typeof row.due_on === "string" && row.due_on < day;
    const isOwed = ["issued", "acknowledged", "in-progress"].includes(String(row.state));
    if (row.source_division_id !== place || !isLate || !isOwed || seen.has(text) || seen.size >= most)
      return [];
    seen.add(text);
    const source = { kind: "obligation" as const, id: String(row.id), divisionId: Number(row.division_id) };
    return [{ section: "", title: text, minutes: 5, source }];
  });
}

/** Obstacles that wait for a province. */
const waiting = (country: Country, province: number, most: number): Item[] =>
  (country.rows.get("obstacle_leg") ?? [])
    .filter((row) => row.division_id === province && row.state === "waiting")
    .slice(0, most)
    .map((row) => ({
      section: "مانع‌های باز شهرستان‌ها",
      title: String(row.title),
      minutes: 10,
      source: { kind: "obstacle", id: String(row.id), divisionId: province },
    }));

/** The second Monday, the first Wednesday and the like, from this month on. */
function monthly(today: IsoDate, nth: number, weekday: number): Rule {
  const { jy, jm } = jalaliOf(today);
  return { every: "month", step: 1, weekday, nth, monthDay: null, startsOn: isoOf(jy, jm, 1), endsOn: null };
}

/** What a county's assistant has planned around today: one this morning, one next week, a draft, a monthly council. */
export function makeCallings(country: Country, chance: Chance, place: number, plan: Plan, by: Caller): void {
  country.add("meeting_type", {
    division_id: place,
    code: "own-sample-neighbourhood",
    fa: "نشست محله با مدیران شهری",
    en: "Neighbourhood meeting with city managers",
    kind: "other",
    participants: "{people}",
    minutes_long: 75,
    agenda: JSON.stringify([{ fa: "گفته‌های اهل محله", en: "The neighbours' word", minutes: 75 }]),
    published_at: plan.now,
  });
  const hall = addRoom(country, chance, place, "سالن شهید رجایی فرمانداری", 60, plan, by.key);
  const small = addRoom(country, chance, place, "اتاق جلسه معاونت", 14, plan, by.key);
  const closing = { section: "جمع‌بندی و مصوبات", title: "جمع‌بندی و مصوبات", minutes: 15 };
  addMeeting(
    country,
    chance,
    place,
    {
      type: ["thematic", "thematic"],
      title: "نشست موضوعی آب شرب روستاهای شرق شهرستان",
      day: plan.today,
      hours: ["10:00", "11:30"],
      room: small,
      state: "announced",
      number: "28005/1405/74",
      items: [
        { section: FOLLOW_UP, title: "تعیین تکلیف چاه شماره ۳ زیارت", minutes: 10, presenter: "آب و فاضلاب" },
        { section: FOLLOW_UP, title: "نقشه خط انتقال روستای توسکستان", minutes: 10, presenter: "آب و فاضلاب" },
        {
          section: "گزارش دستگاه",
          title: "وضع مخزن‌ها و تانکررسانی زمستان",
          minutes: 20,
          presenter: "آب و فاضلاب",
        },
        {
          section: "نظر شبکه",
          title: "گزارش همیاران سه روستا از افت فشار",
          minutes: 25,
          presenter: "حلقه آب",
        },
        closing,
      ],
    },
    plan,
    by,
  );
  addMeeting(
    country,
    chance,
    place,
    {
      type: ["joint", "joint"],
      title: "نشست مشترک ایمنی راه و گذرهای دانش‌آموزی",
      day: addDays(plan.today, 5),
      hours: ["16:00", "18:00"],
      room: hall,
      state: "announced",
      number: "28005/1405/77",
      items: [
        { section: FOLLOW_UP, title: "خط‌کشی گذر مدرسه شهید باهنر", minutes: 15, presenter: "شهرداری" },
        { section: "مسئله‌های مشترک", title: "سرعت‌گیر جاده النگدره", minutes: 40, presenter: "راهداری" },
        { section: "مسئله‌های مشترک", title: "روشنایی تقاطع امام رضا", minutes: 35, presenter: "توزیع برق" },
        closing,
      ],
    },
    plan,
    by,
  );
  addMeeting(
    country,
    chance,
    place,
    {
      type: ["among-people", "among-people"],
      title: "حضور فرماندار میان مردم، روستای زیارت",
      day: addDays(plan.today, 8),
      hours: ["18:30", "20:30"],
      room: small,
      state: "draft",
      items: [
        { section: "سخن مردم", title: "سخن مردم", minutes: 75 },
        { section: "پاسخ و قول مسئولان", title: "پاسخ و قول مسئولان", minutes: 60 },
      ],
    },
    plan,
    by,
  );
  addSeries(
    country,
    chance,
    place,
    {
      type: ["administrative-council", "council"],
      title: "شورای اداری شهرستان",
      hours: ["09:00", "11:00"],
      room: hall,
      rule: monthly(plan.today, 2, 2),
      items: () => [{ section: "دستور جلسه", title: "دستور جلسه", minutes: 85 }, closing],
    },
    plan,
    by,
  );
  addSeries(
    country,
    chance,
    place,
    {
      type: ["committee", "council"],
      title: "کارگروه ایمنی راه",
      hours: ["12:00", "13:00"],
      room: small,
      rule: monthly(plan.today, -1, 4),
      items: () => [{ section: "دستور جلسه", title: "دستور جلسه", minutes: 30 }, closing],
    },
    plan,
    by,
  );
}

/** The monthly meeting of a province with its bodies: overdue obligations and open obstacles on the next one's agenda. */
export function makeProvincialSeries(
  country: Country,
  chance: Chance,
  province: number,
  plan: Plan,
  by: Caller,
): void {
  const hall = addRoom(country, chance, province, "سالن همایش استانداری", 120, plan, by.key);
  addSeries(
    country,
    chance,
    province,
    {
      type: ["monthly-provincial", "provincial"],
      title: "جلسه ماهانه استان با دستگاه‌ها",
      hours: ["08:30", "10:30"],
      room: hall,
      rule: monthly(plan.today, 3, 4),
      items: (at) => [
        ...(at === 0
          ? [
              ...overdue(country, province, addDays(plan.today, 20), 6).map((item) => ({
                ...item,
                section: "تعهدهای معوق",
              })),
              ...waiting(country, province, 4),
            ]
          : []),
        { section: "سایر موارد", title: "سایر موارد", minutes: 20 },
        { section: "جمع‌بندی و مصوبات", title: "جمع‌بندی و مصوبات", minutes: 15 },
      ],
    },
    plan,
    by,
  );
}
