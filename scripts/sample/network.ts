import { circleKey } from "../../app/areas/network/circles/circle-key";
import { searchKey } from "~/lib/persian-text";
import { addDays, type IsoDate } from "~/lib/jalali";
import type { Country } from "./country";
import { joiningPathOf } from "./joining-path";
import { dayIn, instantOf, type Plan } from "./plan";
import type { Chance } from "./random";
import { makeTies, type Placed } from "./ties";
import { CIRCLES, FAMILY_NAMES, GIVEN_NAMES, LOCALITIES } from "./words";

const TIERS = ["core", "active", "active", "wide", "wide", "wide"] as const;
const OUTCOMES = ["reached", "reached", "reached", "no-answer", "call-back", "left-message"] as const;
const NOTES = [
  "از نتیجه درخواست پرسید؛ قرار شد هفته آینده خبر داده شود.",
  "برای نشست بعدی آماده است.",
  "فهرست کارگاه‌ها را می‌فرستد.",
  "از نوبت‌دهی اداره گله داشت؛ مطالبه ثبت شد.",
] as const;
/** What a reached member asked for and nobody has closed yet. */
const ASKED = "خواست که زمان بازدید از راه روستا به او گفته شود.";

/** Circles, members and contacts of one county over the plan's quarters; `members` is about how many there are. */
export function makeNetwork(
  country: Country,
  chance: Chance,
  county: number,
  members: number,
  plan: Plan,
  by: string,
): void {
  const [firstQuarter] = plan.quarters;
  if (!firstQuarter) return;
  const circles = CIRCLES.slice(0, chance.between(4, 8)).map(([name, field], index) => {
    const formedOn = dayIn(plan.quarters[index % 3] ?? firstQuarter, chance.between(2, 60));
    const id = chance.id(instantOf(formedOn));
    country.add("circle", {
      division_id: county,
      id,
      name: `حلقه ${name}`,
      topic: name,
      search_key: circleKey({ name: `حلقه ${name}`, topic: name }),
      place: chance.pick(LOCALITIES),
      field,
      formed_on: formedOn,
      created_at: instantOf(formedOn),
      created_by_key: by,
      revision: 1,
    });
    return { id, formedOn, field };
  });
  const path = joiningPathOf(country, county, plan, by);
  const placed: Placed[] = [];
  for (let n = 0; n < members; n += 1) {
    const isEarly = n < members * 0.6;
    const quarter = isEarly ? firstQuarter : chance.pick(plan.quarters);
    const joinedOn = dayIn(quarter, chance.between(0, 88));
    const id = chance.id(instantOf(joinedOn));
    const fullName = `${chance.pick(GIVEN_NAMES)} ${chance.pick(FAMILY_NAMES)}`;
    const tier = chance.pick(TIERS);
    const stands = path.member(id, joinedOn, !chance.happens(0.94));
    country.add("person", {
      division_id: county,
      id,
      full_name: fullName,
      search_key: searchKey(fullName),
      mobile: `+98911${String(county % 1000).padStart(3, "0")}${String(n).padStart(4, "0")}`,
      tier,
      ...stands,
      locality: chance.pick(LOCALITIES),
      source: "معرفی عضو شبکه",
      joined_on: joinedOn,
      created_at: instantOf(joinedOn),
      created_by_key: by,
      revision: 1,
    });
    if (n < 2) makeTwin(country, path, { county, id, fullName, joinedOn, by, n });
    const picked = chance.pick(circles);
    // The first members convene a circle each.
    const circle = circles[n] ?? picked;
    country.add("membership", {
      division_id: county,
      id: chance.id(instantOf(joinedOn)),
      circle_id: circle.id,
      person_id: id,
      role: n < circles.length ? "convener" : "member",
      from_on: joinedOn > circle.formedOn ? joinedOn : circle.formedOn,
      to_on: stands.state === "archived" ? plan.today : null,
    });
    placed.push({ id, circleId: circle.id, joinedOn });
    makeContacts(country, chance, county, id, joinedOn, tier, plan, by);
  }
  path.newcomers();
  makeTies(country, chance, county, placed, circles, by);
}

/** A second record of somebody, as a hurried hand writes it, and the pair that waits for a decision. */
function makeTwin(
  country: Country,
  path: Pick<ReturnType<typeof joiningPathOf>, "member">,
  of: { county: number; id: string; fullName: string; joinedOn: IsoDate; by: string; n: number },
): void {
  const twin = `${of.id.slice(0, -12)}${"f".repeat(11)}${of.n}`;
  const fullName = of.fullName.split(" ").reverse().join(" ");
  country.add("person", {
    division_id: of.county,
    id: twin,
    full_name: fullName,
    search_key: searchKey(fullName),
    mobile: null,
    tier: "wide",
    ...path.member(twin, of.joinedOn, false),
    locality: null,
    source: "دفترچه تلفن",
    joined_on: of.joinedOn,
    created_at: instantOf(of.joinedOn),
    created_by_key: of.by,
    revision: 1,
  });
  const [first = "", second = ""] = [of.id, twin].sort();
  country.add("person_pair", {
    division_id: of.county,
    id: `${of.id.slice(0, -12)}${"e".repeat(11)}${of.n}`,
    first_id: first,
    second_id: second,
    score: 66,
    reasons: ["swapped-name", "no-number"],
  });
}

function makeContacts(
  country: Country,
  chance: Chance,
  county: number,
  personId: string,
  joinedOn: IsoDate,
  tier: (typeof TIERS)[number],
  plan: Plan,
  by: string,
): void {
  const pace = { core: 26, active: 52, wide: 100 }[tier];
  let day = addDays(joinedOn, chance.between(3, 25));
  let misses = 0;
  while (day <= plan.today) {
    // Nobody goes unreached for ever: after two tries in vain comes one that reaches.
    const outcome = misses < 2 ? chance.pick(OUTCOMES) : "reached";
    misses = outcome === "reached" ? 0 : misses + 1;
    const asks = outcome === "reached" && day > addDays(plan.today, -25) && /[159]$/.test(day);
    country.add("contact", {
      division_id: county,
      id: chance.id(instantOf(day)),
      person_id: personId,
      channel: chance.pick(["phone", "phone", "in-person", "meeting", "message"] as const),
      outcome,
      action_needed: asks,
      happened_on: day,
      note: chance.happens(0.3) ? chance.pick(NOTES) : asks ? ASKED : null,
      created_at: instantOf(day),
      created_by_key: by,
    });
    day = addDays(day, pace + chance.between(-8, 24));
  }
}
