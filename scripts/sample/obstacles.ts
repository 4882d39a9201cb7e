import { addDays } from "~/lib/jalali";
import type { Period } from "~/lib/period";
import type { Country } from "./country";
import { dayIn, instantOf, type Plan } from "./plan";
import type { Chance } from "./random";
import { OBSTACLES } from "./words";

/** Obstacles that one county raised to its province in a quarter; the older ones are answered. */
export function makeObstacles(
  country: Country,
  chance: Chance,
  county: number,
  quarter: Period,
  plan: Plan,
  by: string,
  answeredBy: string,
): void {
  const number = chance.between(0, 2);
  for (let n = 0; n < number; n += 1) {
    const raisedOn = dayIn(quarter, chance.between(3, 80));
    if (raisedOn > plan.today) continue;
    const [title, kind, effect] = chance.pick(OBSTACLES);
    const id = chance.id(instantOf(raisedOn));
    const answeredOn = addDays(raisedOn, chance.between(6, 30));
    const isAnswered = answeredOn <= plan.today;
    const words = {
      title,
      kind,
      tried_locally: "دو بار با رئیس اداره شهرستان گفت‌وگو شد؛ اختیار آن در استان است.",
      effect,
      proposal: "اختیار این کار تا سقف معین به اداره شهرستان داده شود.",
    };
    country.add("obstacle", {
      division_id: county,
      id,
      ...words,
      state: isAnswered && chance.happens(0.5) ? "verified" : "raised",
      raised_on: raisedOn,
      created_at: instantOf(raisedOn),
      created_by_key: by,
      revision: 1,
    });
    country.add("obstacle_leg", {
      division_id: Math.floor(county / 1000) * 1000,
      id: chance.id(instantOf(raisedOn)),
      source_division_id: county,
      obstacle_id: id,
      ...words,
      state: isAnswered ? "answered" : "waiting",
      arrived_at: instantOf(raisedOn),
      limit_on: addDays(raisedOn, 21),
      answer_kind: isAnswered ? chance.pick(["solved", "solved", "partly", "refused"] as const) : null,
      answer_text: isAnswered ? "با هماهنگی اداره کل، راه‌حل به شهرستان ابلاغ شد." : null,
      answered_at: isAnswered ? instantOf(answeredOn) : null,
      answered_by_name: isAnswered ? answeredBy : null,
      revision: 1,
    });
  }
}
