import type { IsoDate } from "~/lib/jalali";
import type { Period } from "~/lib/period";
import type { Country } from "./country";
import { dayIn, instantOf, type Plan } from "./plan";
import type { Chance } from "./random";
import { LOCALITIES, THEMES } from "./words";

const TITLES = {
  thematic: (theme: string) => `جلسه موضوعی شبکه با دستگاه‌ها: ${theme}`,
  "among-people": (_theme: string, place: string) => `حضور مسئولان میان مردم، ${place}`,
  joint: (theme: string) => `نشست مشترک شبکه، دستگاه‌ها و شوراها: ${theme}`,
} as const;
type Kind = keyof typeof TITLES;

function makeMeeting(
  country: Country,
  chance: Chance,
  county: number,
  kind: Kind,
  day: IsoDate,
  by: string,
): void {
  const id = chance.id(instantOf(day));
  const place = chance.pick(LOCALITIES);
  const hour = chance.between(8, 16);
  country.add("meeting", {
    division_id: county,
    id,
    kind,
    title: TITLES[kind](chance.pick(THEMES), place),
    held_on: day,
    starts_at: `${String(hour).padStart(2, "0")}:30`,
    ends_at: `${String(hour + 2).padStart(2, "0")}:00`,
    place: kind === "among-people" ? place : "سالن جلسه‌های فرمانداری",
    state: "held",
    created_at: instantOf(day),
    created_by_key: by,
    revision: 1,
  });
  const counts: Record<string, number> = {
    network: chance.between(6, 30),
    bodies: chance.between(2, 9),
    ...(kind === "joint" && { councils: chance.between(1, 6), municipalities: chance.between(1, 2) }),
    ...(kind === "among-people" && { people: chance.between(20, 140) }),
  };
  for (const [participants, count] of Object.entries(counts)) {
    country.add("meeting_attendance", { division_id: county, meeting_id: id, participants, count });
  }
}

/** Held meetings of one county in one quarter; `weight` 1 is a lively county. */
export function makeMeetings(
  country: Country,
  chance: Chance,
  county: number,
  quarter: Period,
  weight: number,
  plan: Plan,
  by: string,
): void {
  const numbers: Record<Kind, number> = {
    thematic: Math.round(chance.between(3, 7) * weight),
    "among-people": Math.round(chance.between(2, 5) * weight),
    joint: Math.round(chance.between(1, 2) * weight),
  };
  for (const [kind, number] of Object.entries(numbers) as [Kind, number][]) {
    for (let n = 0; n < number; n += 1) {
      const day = dayIn(quarter, chance.between(1, 88));
      if (day <= plan.today) makeMeeting(country, chance, county, kind, day, by);
    }
  }
}
